package io.ordercore.application.credit;

import io.ordercore.domain.credit.CreditFile;
import io.ordercore.domain.credit.CreditNorms;
import io.ordercore.domain.credit.CreditScore;
import io.ordercore.domain.credit.KeptEvidence;
import io.ordercore.domain.credit.Payout;
import io.ordercore.domain.credit.Recovery;
import io.ordercore.domain.credit.Terms;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.MerchantId;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

final class FindCreditService implements FindCredit {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final long PER_MILLE = 1_000;

    private final CreditBooks books;
    private final Learning learning;
    private final Clock clock;

    FindCreditService(CreditBooks books, Learning learning, Clock clock) {
        this.books = books;
        this.learning = learning;
        this.clock = clock;
    }

    @Override
    public Optional<Report> credit(MerchantId merchant, @Nullable LocalDate on) {
        return books.credits().find(merchant).isEmpty() ? Optional.empty() : Optional.of(report(merchant, on));
    }

    @Override
    public Report newcomer(MerchantId merchant) {
        return report(merchant, null);
    }

    private Report report(MerchantId merchant, @Nullable LocalDate on) {
        Instant now = clock.instant();
        CreditFile file = learning.load(merchant, now);
        CreditNorms norms = learning.norms(Learning.day(now));
        CreditScore score = file.credit().score(norms, on == null ? Learning.day(now) : on);
        Terms terms = file.terms(now);
        return new Report(file, score, now, terms, Recovery.of(file.credit(), score), deposit(merchant, terms, now));
    }

    private List<Money> deposit(MerchantId merchant, Terms terms, Instant now) {
        return books.payouts().turnover(merchant, now.minus(MONTH)).stream()
                .map(turnover ->
                        turnover.multipliedBy(terms.depositPerMille()).dividedBy(PER_MILLE, RoundingMode.HALF_EVEN))
                .toList();
    }

    @Override
    public List<Report> list(@Nullable MerchantId after, int limit) {
        return books.credits().list(after, limit).stream()
                .map(file -> report(file.merchant(), null))
                .toList();
    }

    @Override
    public List<Credits.Line> history(MerchantId merchant, @Nullable Long before, int limit) {
        return books.credits().history(merchant, before, limit);
    }

    @Override
    public List<KeptEvidence> evidence(MerchantId merchant, @Nullable String after, int limit) {
        return books.evidence().list(merchant, after, limit);
    }

    @Override
    public List<Payout> payouts(MerchantId merchant, @Nullable OrderId after, int limit) {
        return books.payouts().list(merchant, after, limit);
    }
}
