package io.ordercore.application.logistics;

import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.time.Duration;
import java.time.Instant;

/** Counts the calls made for a carrier account over all nodes, so that together they keep within its limits. */
public interface CallBudgets {
    /**
     * Takes one call out of the account's budget. Zero if it may be made now; otherwise nothing is taken and the answer
     * is how long to wait.
     */
    Duration take(CarrierCode carrier, String accountId, CallBudget budget, Instant now);

    /** The carrier told this account to call again no sooner than {@code until}; a later such moment stays. */
    void pause(CarrierCode carrier, String accountId, Instant until);

    /** Counts nothing: for a stub in the carrier's place, which is asked as fast as a test can. */
    static CallBudgets unlimited() {
        return new CallBudgets() {
            @Override
            public Duration take(CarrierCode carrier, String accountId, CallBudget budget, Instant now) {
                return Duration.ZERO;
            }

            @Override
            public void pause(CarrierCode carrier, String accountId, Instant until) {
                // Nobody waits.
            }
        };
    }

    /** For a single node; several nodes share {@code Store.callBudgets()}. */
    static CallBudgets onOneNode() {
        return new CallBudgetsOnOneNode();
    }
}
