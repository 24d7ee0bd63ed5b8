package io.ordercore.application.payment;

import io.ordercore.application.payment.PaymentCheck.Opinion;
import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.payment.PaymentTransaction.Kind;
import io.ordercore.domain.payment.TransactionId;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The payment provider as the core asks it: after the check, and without believing that it keeps its promise never to throw. */
final class Provider {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final PaymentAnswer REFUSED = new PaymentAnswer.Declined("refused-by-check");
    private static final String UNCHECKED = "check-unavailable";

    private final PaymentGateway gateway;
    private final PaymentCheck check;
    private final FailureModes modes;

    Provider(PaymentGateway gateway, PaymentCheck check, FailureModes modes) {
        this.gateway = gateway;
        this.check = check;
        this.modes = modes;
    }

    /** Asks for what a transaction wants, unless the check, or its silence, stands against it. */
    PaymentAnswer ask(PaymentIntent intent, PaymentTransaction transaction) {
        Kind kind = transaction.kind();
        return switch (opinion(intent, transaction)) {
            case GO_AHEAD -> send(intent, transaction);
            case REFUSED -> REFUSED;
            case UNAVAILABLE -> modes.isOpen(kind) ? send(intent, transaction) : notAsked(kind);
        };
    }

    /** What became of a transaction. */
    PaymentAnswer inquire(TransactionId id) {
        return answer(id, () -> gateway.inquire(id));
    }

    private Opinion opinion(PaymentIntent intent, PaymentTransaction transaction) {
        try {
            return check.ask(new PaymentCheck.Operation(
                    intent.purchase(), transaction.id(), transaction.kind(), transaction.amount()));
        } catch (RuntimeException e) {
            LOG.warn("the payment check failed before {} {}", transaction.kind(), transaction.id(), e);
            return Opinion.UNAVAILABLE;
        }
    }

    /** Unknown lets the reconciler come back; the buyer of an authorisation is there and tries again in person. */
    private static PaymentAnswer notAsked(Kind kind) {
        return kind == Kind.AUTHORIZE
                ? new PaymentAnswer.Declined(UNCHECKED)
                : new PaymentAnswer.OutcomeUnknown(UNCHECKED);
    }

    private PaymentAnswer send(PaymentIntent intent, PaymentTransaction transaction) {
        return answer(transaction.id(), () -> switch (transaction.kind()) {
            case AUTHORIZE -> {
                String token = intent.token();
                yield token == null
                        ? gateway.inquire(transaction.id())
                        : gateway.authorize(transaction.id(), transaction.amount(), token);
            }
            case CAPTURE ->
                gateway.capture(transaction.id(), transaction.amount(), intent.referenceBehind(transaction));
            case VOID -> gateway.cancel(transaction.id(), intent.referenceBehind(transaction));
            case REFUND -> gateway.refund(transaction.id(), transaction.amount(), intent.referenceBehind(transaction));
            case DISPUTE -> throw new IllegalStateException("a dispute is told, not asked for: " + transaction.id());
        });
    }

    private static PaymentAnswer answer(TransactionId id, Supplier<PaymentAnswer> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            LOG.error("the payment gateway failed at {}; what it did is unknown", id, e);
            return new PaymentAnswer.OutcomeUnknown("gateway-failed");
        }
    }
}
