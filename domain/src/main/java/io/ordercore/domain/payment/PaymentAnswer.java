package io.ordercore.domain.payment;

import java.net.URI;

/** What a payment provider says about a transaction. */
public sealed interface PaymentAnswer {
    <R> R decide(Cases<R> cases);

    /** One method per outcome. */
    interface Cases<R> {
        R approved(Approved it);

        R declined(Declined it);

        R actionRequired(ActionRequired it);

        R notFound(NotFound it);

        R outcomeUnknown(OutcomeUnknown it);
    }

    /** Done. {@code reference} is the provider's name for it. */
    record Approved(String reference) implements PaymentAnswer {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.approved(this);
        }
    }

    /** Refused for good, with the provider's code. */
    record Declined(String code) implements PaymentAnswer {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.declined(this);
        }
    }

    /** The buyer must confirm at {@code action} first (3-D Secure, a bank's page). */
    record ActionRequired(String reference, URI action) implements PaymentAnswer {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.actionRequired(this);
        }
    }

    /** The provider never heard of the transaction. Only an inquiry answers so. */
    record NotFound() implements PaymentAnswer {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.notFound(this);
        }
    }

    /** No answer in time, or one that cannot be read: it may have happened. */
    record OutcomeUnknown(String code) implements PaymentAnswer {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.outcomeUnknown(this);
        }
    }
}
