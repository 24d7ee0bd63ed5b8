package io.ordercore.domain.payment;

import java.util.Set;

/** What a payment answers when asked to change. */
public sealed interface PaymentDecision {
    <R> R decide(Cases<R> cases);

    /** One method per outcome. */
    interface Cases<R> {
        R changed(Changed it);

        R refused(Refused it);
    }

    /** It is done; the provider is asked after it was stored. */
    record Changed(PaymentIntent intent) implements PaymentDecision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.changed(this);
        }
    }

    /** It cannot be done, for all of these reasons. */
    record Refused(Set<PaymentRefusal> reasons) implements PaymentDecision {
        public Refused {
            reasons = Set.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(this);
        }
    }
}
