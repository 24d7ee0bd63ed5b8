package io.ordercore.application.logistics.intercept;

import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.party.Actor;

/**
 * What people see of an intercepted parcel. Each throws {@link UnknownInterceptionException} if there is none, and {@link
 * io.ordercore.application.StaleVersionException} if the order changes meanwhile.
 */
public interface SettleInterception {
    /** The parcel is back: it is paid back or the right goods are sent. Only those fit to be sold go to the shelf. */
    Outcome returned(InterceptionId id, boolean sellable, Actor actor);

    /** The parcel never came: it is written off, and what it was for is done. */
    Outcome lost(InterceptionId id, Actor actor);

    /** Taken back before the carrier agreed. */
    Outcome cancel(InterceptionId id, Actor actor);

    /** What becomes of it. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R settled(Interception interception);

            /** It is not where that could happen. */
            R tooLate(Interception interception);
        }
    }

    /** Done. */
    record Settled(Interception interception) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.settled(interception);
        }
    }

    /** Not possible any more. */
    record TooLate(Interception interception) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.tooLate(interception);
        }
    }
}
