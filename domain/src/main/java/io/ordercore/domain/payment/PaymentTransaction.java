package io.ordercore.domain.payment;

import io.ordercore.domain.order.OrderId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with the provider.
 *
 * @param follows the transaction it builds on: a capture or a void its authorisation, a refund or a dispute its capture
 * @param order whose money a refund gives back; null for the others
 * @param reference the provider's name for it, once known
 * @param code the provider's reason for a no
 * @param action where the buyer confirms, while PENDING
 * @param inquiries how often the provider was asked what became of it
 * @param at when it last changed
 */
public record PaymentTransaction(
        TransactionId id,
        Kind kind,
        TransactionStatus status,
        Money amount,
        @Nullable TransactionId follows,
        @Nullable OrderId order,
        @Nullable String reference,
        @Nullable String code,
        @Nullable URI action,
        int inquiries,
        Instant at) {
    private static final Duration FIRST_INQUIRY = Duration.ofSeconds(1);
    private static final Duration STILL_BEING_ASKED = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 12;

    /** What is asked of the provider. */
    public enum Kind {
        AUTHORIZE,
        CAPTURE,
        /** An authorisation is given up. */
        VOID,
        REFUND,
        /**
         * The buyer's bank takes money back: PENDING while it is argued about, SUCCESS when the money is lost, DECLINED when it
         * stays here. The provider tells; it is never asked.
         */
        DISPUTE
    }

    static PaymentTransaction started(
            TransactionId id,
            Kind kind,
            Money amount,
            @Nullable TransactionId follows,
            @Nullable OrderId order,
            Instant now) {
        return new PaymentTransaction(
                id, kind, TransactionStatus.INIT, amount, follows, order, null, null, null, 0, now);
    }

    /**
     * When the provider is to be asked next: after 1, 2, 4 ... seconds, at most about an hour apart; a refund nobody has asked
     * for yet at once. What the buyer's own call is just asking is left alone for longer than any gateway may take to answer.
     */
    Instant inquireAt() {
        if (status == TransactionStatus.INIT) {
            return kind == Kind.REFUND ? at : at.plus(STILL_BEING_ASKED);
        }
        return at.plus(FIRST_INQUIRY.multipliedBy(1L << Math.min(inquiries, MOST_DOUBLINGS)));
    }

    /** Whether the provider still has to be asked, or asked again. */
    public boolean isOpen() {
        return kind != Kind.DISPUTE && status.isOpen();
    }

    /** Whether it gives, gave or may still give money back to the buyer. */
    boolean givesBack() {
        return (kind == Kind.REFUND || kind == Kind.DISPUTE)
                && (status == TransactionStatus.SUCCESS || status.isOpen());
    }

    /** Whether it is of this kind and the provider did it. */
    public boolean succeeded(Kind wanted) {
        return kind == wanted && status == TransactionStatus.SUCCESS;
    }

    PaymentTransaction opened(String name, Instant now) {
        return become(TransactionStatus.PENDING, name, null, null, now);
    }

    PaymentTransaction decided(boolean won, Instant now) {
        return won
                ? become(TransactionStatus.DECLINED, reference, "won", null, now)
                : become(TransactionStatus.SUCCESS, reference, "lost", null, now);
    }

    PaymentTransaction answered(PaymentAnswer answer, Instant now) {
        return answer.decide(new PaymentAnswer.Cases<>() {
            @Override
            public PaymentTransaction approved(PaymentAnswer.Approved it) {
                return become(TransactionStatus.SUCCESS, it.reference(), null, null, now);
            }

            @Override
            public PaymentTransaction declined(PaymentAnswer.Declined it) {
                return become(TransactionStatus.DECLINED, reference, it.code(), null, now);
            }

            @Override
            public PaymentTransaction actionRequired(PaymentAnswer.ActionRequired it) {
                return become(TransactionStatus.PENDING, it.reference(), null, it.action(), now);
            }

            @Override
            public PaymentTransaction notFound(PaymentAnswer.NotFound it) {
                return become(TransactionStatus.ERROR, reference, "not-found", null, now);
            }

            @Override
            public PaymentTransaction outcomeUnknown(PaymentAnswer.OutcomeUnknown it) {
                return become(TransactionStatus.UNKNOWN, reference, it.code(), action, now);
            }
        });
    }

    private PaymentTransaction become(
            TransactionStatus next,
            @Nullable String newReference,
            @Nullable String newCode,
            @Nullable URI newAction,
            Instant now) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("transaction " + id + " cannot go from " + status + " to " + next);
        }
        return new PaymentTransaction(
                id, kind, next, amount, follows, order, newReference, newCode, newAction, inquiries + 1, now);
    }
}
