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

    /** Counts nothing: for a stub in the carrier's place, which is asked as fast as a test can. */
    static CallBudgets unlimited() {
        return (carrier, accountId, budget, now) -> Duration.ZERO;
    }

    /** For a single node, or where the carrier publishes no limits. */
    static CallBudgets onOneNode() {
        return new CallBudgetsOnOneNode();
    }
}
