package io.ordercore.application.credit;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.domain.credit.Payout;
import io.ordercore.domain.credit.Terms;
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
    static final Duration HELD_FOR = Duration.ofHours(1);

    private final Transactions transactions;
    private final CreditBooks books;
    private final Learning learning;
    private final OrderOutcomes outcomes;
    private final Responses responses;
    private final DepositAccounts deposits;
    private final NormSurvey survey;
    private final Clock clock;

    KeepCreditService(
            Transactions transactions,
            CreditBooks books,
            Learning learning,
            OrderOutcomes outcomes,
            Responses responses,
            DepositAccounts deposits,
            Clock clock) {
        this.transactions = transactions;
        this.books = books;
        this.learning = learning;
        this.outcomes = outcomes;
        this.responses = responses;
        this.deposits = deposits;
        this.survey = new NormSurvey(books);
        this.clock = clock;
    }

    @Override
    public int keep(int limit) {
        Instant now = clock.instant();
        return outcomes.mature(now, limit)
                + each(responses.due(now, limit), question -> responses.learn(question, now))
                + evaluate(now, limit)
                + endSanctions(now, limit)
                + pay(now, limit)
                + checkDeposits(now, limit);
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
        return each(books.payouts().due(now, limit), due -> pay(due, now));
    }

    /** Read again: another node may have released it, and what it kept back must not be kept back twice. */
    private void pay(Payout due, Instant now) {
        Payout payout = books.payouts().find(due.order()).orElseThrow();
        if (payout.releasedAt() != null) {
            return;
        }
        Terms terms = learning.load(payout.merchant(), now).terms(now);
        books.payouts()
                .save(
                        terms.payoutHeld()
                                ? payout.held(now.plus(HELD_FOR))
                                : payout.released(deposits.withhold(payout, terms, now), now));
    }

    private int checkDeposits(Instant now, int limit) {
        return each(
                books.deposits().due(now, limit),
                deposit -> deposits.check(
                        deposit, learning.load(deposit.merchant(), now).terms(now), now));
    }

    /** One at a time: a single one that changes meanwhile must not hold up the others. */
    private <T> int each(List<T> due, Consumer<T> work) {
        int done = 0;
        for (T one : due) {
            try {
                transactions.run(() -> work.accept(one));
                done++;
            } catch (StaleVersionException somebodyElseWasFaster) {
                LOG.debug("somebody else was faster; the next round sees to it", somebodyElseWasFaster);
            }
        }
        return done;
    }
}
