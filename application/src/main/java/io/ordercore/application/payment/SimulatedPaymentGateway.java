package io.ordercore.application.payment;

import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.TransactionId;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider for development and tests. What it does depends on the token alone:
 *
 * <ul>
 *   <li>{@code tok_ok}: approved
 *   <li>{@code tok_declined}: declined
 *   <li>{@code tok_timeout}: approved, but the answer gets lost; an inquiry finds it
 *   <li>{@code tok_3ds}: the buyer must confirm first, see {@link #confirm}
 *   <li>anything else: declined as unknown
 * </ul>
 *
 * It keeps its latest transactions in memory and forgets them with the process.
 */
public final class SimulatedPaymentGateway implements PaymentGateway {
    private static final int REMEMBERED = 100_000;

    private final URI challenges;
    private final Map<TransactionId, PaymentAnswer> book = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TransactionId, PaymentAnswer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Makes a provider.
     *
     * @param challenges where a buyer confirms: the transaction's id is appended
     */
    public SimulatedPaymentGateway(URI challenges) {
        this.challenges = challenges;
    }

    @Override
    public synchronized PaymentAnswer authorize(TransactionId id, Money amount, String token) {
        PaymentAnswer known = book.get(id);
        if (known != null) {
            return known;
        }
        PaymentAnswer outcome = switch (token) {
            case "tok_ok", "tok_timeout" -> approved(id);
            case "tok_3ds" -> new PaymentAnswer.ActionRequired("sim-" + id, challenges.resolve(id.toString()));
            case "tok_declined" -> new PaymentAnswer.Declined("card-declined");
            default -> new PaymentAnswer.Declined("unknown-token");
        };
        book.put(id, outcome);
        return token.equals("tok_timeout") ? new PaymentAnswer.OutcomeUnknown("timeout") : outcome;
    }

    @Override
    public synchronized PaymentAnswer capture(TransactionId id, Money amount, String reference) {
        return book.computeIfAbsent(id, SimulatedPaymentGateway::approved);
    }

    @Override
    public synchronized PaymentAnswer cancel(TransactionId id, String reference) {
        return book.computeIfAbsent(id, SimulatedPaymentGateway::approved);
    }

    @Override
    public synchronized PaymentAnswer refund(TransactionId id, Money amount, String reference) {
        return book.computeIfAbsent(id, SimulatedPaymentGateway::approved);
    }

    @Override
    public synchronized PaymentAnswer inquire(TransactionId id) {
        @Nullable PaymentAnswer known = book.get(id);
        return known == null ? new PaymentAnswer.NotFound() : known;
    }

    /** The buyer confirms; answers whether there was anything to confirm. The next inquiry finds it approved. */
    public synchronized boolean confirm(TransactionId id) {
        return book.computeIfPresent(id, (key, known) -> approved(id)) != null;
    }

    private static PaymentAnswer approved(TransactionId id) {
        return new PaymentAnswer.Approved("sim-" + id);
    }
}
