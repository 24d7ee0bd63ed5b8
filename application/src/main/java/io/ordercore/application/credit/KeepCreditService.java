package io.ordercore.application.credit;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.domain.credit.Payout;
import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class KeepCreditService implements KeepCredit {
    private static final Logger LOG = LoggerFactory.getLogger(KeepCreditService.class);
    private static final Duration HELD_FOR = Duration.ofHours(1);

    private final Transactions transactions;
    private final CreditBooks books;
    private final Learning learning;
    private final OrderOutcomes outcomes;
    private final NormSurvey survey;
    private final Clock clock;

    KeepCreditService(
            Transactions transactions, CreditBooks books, Learning learning, OrderOutcomes outcomes, Clock clock) {
        this.transactions = transactions;
        this.books = books;
        this.learning = learning;
        this.outcomes = outcomes;
        this.survey = new NormSurvey(books);
        this.clock = clock;
    }

    @Override
    public int keep(int limit) {
        Instant now = clock.instant();
        return outcomes.mature(now, limit) + evaluate(now, limit) + endSanctions(now, limit) + pay(now, limit);
    }

    private int evaluate(Instant now, int limit) {
        LocalDate day = Learning.day(now).withDayOfMonth(1);
        if (!books.yardsticks().evaluations().contains(day)) {
            transactions.run(() -> {
                survey.publishOn(day);
                books.yardsticks().evaluate(day);
            });
        }
        return each(books.credits().unevaluated(day, limit), merchant -> learning.evaluate(merchant, now));
    }

    private int endSanctions(Instant now, int limit) {
        return each(books.credits().ending(now, limit), merchant -> learning.endSanctions(merchant, now));
    }

    private int pay(Instant now, int limit) {
        int paid = 0;
        for (Payout payout : books.payouts().due(now, limit)) {
            boolean held = learning.load(payout.merchant(), now).terms(now).payoutHeld();
            transactions.run(() -> books.payouts().save(held ? payout.held(now.plus(HELD_FOR)) : payout.released(now)));
            paid += held ? 0 : 1;
        }
        return paid;
    }

    /** One merchant at a time: a single one that changes meanwhile must not hold up the others. */
    private int each(List<MerchantId> merchants, Consumer<MerchantId> work) {
        int done = 0;
        for (MerchantId merchant : merchants) {
            try {
                transactions.run(() -> work.accept(merchant));
                done++;
            } catch (StaleVersionException somebodyElseWasFaster) {
                LOG.debug("somebody else was faster; the next round sees to it", somebodyElseWasFaster);
            }
        }
        return done;
    }
}
