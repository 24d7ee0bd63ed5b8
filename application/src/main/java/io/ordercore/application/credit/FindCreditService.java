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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class FindCreditService implements FindCredit {
    private final CreditBooks books;
    private final Learning learning;
    private final DepositAccounts deposits;
    private final Clock clock;

    FindCreditService(CreditBooks books, Learning learning, DepositAccounts deposits, Clock clock) {
        this.books = books;
        this.learning = learning;
        this.deposits = deposits;
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
        return new Report(
                file, score, now, terms, Recovery.of(file.credit(), score), deposits.accounts(merchant, terms, now));
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
