package io.ordercore.application.payment;

import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentRefusal;
import java.util.Set;

/**
 * Takes in what a payment provider sends of its own accord. A message is believed if it is signed as Standard Webhooks says
 * (HMAC-SHA-256 over {@code id.timestamp.body}) and at most five minutes old or early; one that comes again has no effect
 * again. That a payment has news is never taken as the news: the provider is asked.
 */
public interface HearProvider {
    /** Whether a message comes from the provider, unchanged and just now. Reveals nothing about why not. */
    boolean isGenuine(Message message);

    /** There is news about the payment of a purchase. */
    Outcome news(Message message, PurchaseId purchase);

    /** There is a dispute, or it was decided. */
    Outcome dispute(Message message, HearOfDispute.Dispute dispute);

    /**
     * A message as it arrived.
     *
     * @param id the same when it is sent again
     * @param timestamp seconds since 1970, as text
     * @param signatures one or several, {@code v1,} and Base64, parted by blanks
     * @param body every byte of it
     */
    @SuppressWarnings("ArrayRecordComponent") // the bytes the signature is over: read once, never compared
    record Message(String provider, String id, String timestamp, String signatures, byte[] body) {
        @Override
        public String toString() {
            return "Message[" + provider + " " + id + "]";
        }
    }

    /** What becomes of a message. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R heard(boolean replayed);

            R refused(Set<PaymentRefusal> reasons);

            R otherMessage();

            R inProgress();
        }
    }

    /** Understood; {@code replayed} if it had come before. */
    record Heard(boolean replayed) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.heard(replayed);
        }
    }

    /** It cannot be so, for all of these reasons; the provider should send it again later. */
    record Refused(Set<PaymentRefusal> reasons) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reasons);
        }
    }

    /** Its id belongs to another message. */
    record OtherMessage() implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.otherMessage();
        }
    }

    /** The same message is being taken in right now. */
    record InProgress() implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.inProgress();
        }
    }
}
