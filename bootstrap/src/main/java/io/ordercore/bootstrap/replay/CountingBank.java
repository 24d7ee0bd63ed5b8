package io.ordercore.bootstrap.replay;

import io.ordercore.application.payment.PaymentGateway;
import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.TransactionId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A payment provider that says yes and keeps books of its own, to be held against those of the order core. */
final class CountingBank implements PaymentGateway {
    private static final PaymentAnswer YES = new PaymentAnswer.Approved("recorded");

    private final Map<TransactionId, Money> taken = new ConcurrentHashMap<>();
    private final Map<TransactionId, Money> given = new ConcurrentHashMap<>();

    @Override
    public PaymentAnswer authorize(TransactionId id, Money amount, String token) {
        return YES;
    }

    @Override
    public PaymentAnswer capture(TransactionId id, Money amount, String reference) {
        taken.put(id, amount);
        return YES;
    }

    @Override
    public PaymentAnswer cancel(TransactionId id, String reference) {
        return YES;
    }

    @Override
    public PaymentAnswer refund(TransactionId id, Money amount, String reference) {
        given.put(id, amount);
        return YES;
    }

    @Override
    public PaymentAnswer inquire(TransactionId id) {
        return taken.containsKey(id) || given.containsKey(id) ? YES : new PaymentAnswer.NotFound();
    }

    Money taken(CurrencyUnit currency) {
        return sum(taken, currency);
    }

    Money given(CurrencyUnit currency) {
        return sum(given, currency);
    }

    private static Money sum(Map<TransactionId, Money> amounts, CurrencyUnit currency) {
        return amounts.values().stream().reduce(Money.zero(currency), Money::plus);
    }
}
