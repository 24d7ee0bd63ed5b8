package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.payment.PaymentGateway;
import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.TransactionId;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.Money;

/**
 * A payment provider that keeps books and says what a test wants it to say. Under one id it does a thing once, however often it
 * is asked; {@link #authorizations} counts how often it was asked.
 */
final class CountingBank implements PaymentGateway {
    static final PaymentAnswer LOST = new PaymentAnswer.OutcomeUnknown("line-broke");

    final AtomicInteger authorizations = new AtomicInteger();
    final Map<TransactionId, Money> taken = new ConcurrentHashMap<>();
    final Map<TransactionId, Money> given = new ConcurrentHashMap<>();
    final Map<TransactionId, String> givenUp = new ConcurrentHashMap<>();
    private final Map<TransactionId, PaymentAnswer> said = new ConcurrentHashMap<>();
    volatile boolean answersGetLost;
    volatile boolean buyerMustConfirm;

    @Override
    public PaymentAnswer authorize(TransactionId id, Money amount, String token) {
        authorizations.incrementAndGet();
        PaymentAnswer answer = buyerMustConfirm
                ? new PaymentAnswer.ActionRequired("b-" + id, URI.create("https://bank.example/" + id))
                : approved(id);
        return tell(said.computeIfAbsent(id, it -> answer));
    }

    @Override
    public PaymentAnswer capture(TransactionId id, Money amount, String reference) {
        taken.put(id, amount);
        return tell(said.computeIfAbsent(id, CountingBank::approved));
    }

    @Override
    public PaymentAnswer cancel(TransactionId id, String reference) {
        givenUp.put(id, reference);
        return tell(said.computeIfAbsent(id, CountingBank::approved));
    }

    @Override
    public PaymentAnswer refund(TransactionId id, Money amount, String reference) {
        given.put(id, amount);
        return tell(said.computeIfAbsent(id, CountingBank::approved));
    }

    @Override
    public PaymentAnswer inquire(TransactionId id) {
        PaymentAnswer known = said.get(id);
        return known == null ? new PaymentAnswer.NotFound() : known;
    }

    void buyersConfirm() {
        said.replaceAll((id, answer) -> approved(id));
    }

    private PaymentAnswer tell(PaymentAnswer answer) {
        return answersGetLost ? LOST : answer;
    }

    private static PaymentAnswer approved(TransactionId id) {
        return new PaymentAnswer.Approved("b-" + id);
    }
}
