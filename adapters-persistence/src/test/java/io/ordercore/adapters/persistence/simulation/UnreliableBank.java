package io.ordercore.adapters.persistence.simulation;

import io.ordercore.application.payment.PaymentGateway;
import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.TransactionId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A payment provider behind a bad line: it may say no, want to see the buyer, do as asked without its answer arriving, or never
 * hear the question. What it did it never does again under the same id, and its books are the truth about money.
 */
final class UnreliableBank implements PaymentGateway {
    private static final PaymentAnswer LOST = new PaymentAnswer.OutcomeUnknown("line-broke");
    private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");

    private final Random random;
    private final Map<TransactionId, PaymentAnswer> said = new LinkedHashMap<>();
    private final Map<TransactionId, Money> taken = new LinkedHashMap<>();
    private final Map<TransactionId, Money> given = new LinkedHashMap<>();
    private boolean reliable;

    UnreliableBank(Random random) {
        this.random = random;
    }

    /** From now on every answer arrives, and every buyer confirms. */
    void becomeReliable() {
        reliable = true;
        confirmAll();
    }

    /** Every buyer who was asked to confirm does so. */
    void confirmAll() {
        said.replaceAll((id, answer) -> answer instanceof PaymentAnswer.ActionRequired ? approved(id) : answer);
    }

    @Override
    public PaymentAnswer authorize(TransactionId id, Money amount, String token) {
        int roll = reliable ? 0 : random.nextInt(100);
        if (roll < 70) {
            return did(id, approved(id));
        }
        if (roll < 80) {
            return did(id, new PaymentAnswer.Declined("no-money"));
        }
        if (roll < 85) {
            return did(id, new PaymentAnswer.ActionRequired(id.toString(), URI.create("https://bank.example/" + id)));
        }
        if (roll < 95) {
            did(id, approved(id));
        }
        return LOST;
    }

    @Override
    public PaymentAnswer capture(TransactionId id, Money amount, String reference) {
        return move(id, amount, taken);
    }

    @Override
    public PaymentAnswer cancel(TransactionId id, String reference) {
        return reliable || random.nextInt(100) < 85 ? did(id, approved(id)) : LOST;
    }

    @Override
    public PaymentAnswer refund(TransactionId id, Money amount, String reference) {
        return move(id, amount, given);
    }

    private PaymentAnswer move(TransactionId id, Money amount, Map<TransactionId, Money> book) {
        int roll = reliable ? 0 : random.nextInt(100);
        if (roll < 95) {
            book.put(id, amount);
            did(id, approved(id));
        }
        return roll < 85 ? approved(id) : LOST;
    }

    @Override
    public PaymentAnswer inquire(TransactionId id) {
        if (!reliable && random.nextInt(10) == 0) {
            return LOST;
        }
        PaymentAnswer known = said.get(id);
        return known == null ? new PaymentAnswer.NotFound() : known;
    }

    Money taken() {
        return taken.values().stream().reduce(Money.zero(CNY), Money::plus);
    }

    Money given() {
        return given.values().stream().reduce(Money.zero(CNY), Money::plus);
    }

    private PaymentAnswer did(TransactionId id, PaymentAnswer answer) {
        PaymentAnswer before = said.putIfAbsent(id, answer);
        return before == null ? answer : before;
    }

    private static PaymentAnswer approved(TransactionId id) {
        return new PaymentAnswer.Approved("bank-" + id);
    }
}
