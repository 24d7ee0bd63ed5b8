package io.ordercore.domain.aftersale;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Goods that are lost, damaged, wrong or missing, and that nobody wants back. Immutable.
 *
 * @param units line number to count
 * @param fulfilment the parcel that never came; null if it came
 * @param wanted what the buyer would like; what was decided, once it was
 * @param evidence what shows it: a photograph's address, a ticket; empty for none
 * @param version rises by one with every change; 1 when first stored
 */
public record Claim(
        ClaimId id,
        OrderId order,
        ClaimStatus status,
        Reason reason,
        Map<Integer, Integer> units,
        @Nullable Integer fulfilment,
        Resolution wanted,
        String evidence,
        Actor requestedBy,
        Instant requestedAt,
        long version) {
    public Claim {
        units = Collections.unmodifiableMap(new TreeMap<>(units));
        if (units.isEmpty()) {
            throw new IllegalArgumentException("a claim is about units");
        }
    }

    /** Whether it can go there now. */
    public boolean may(ClaimStatus next) {
        return status.next().contains(next);
    }

    /** Decided: no, or yes and with this. */
    public Claim decided(boolean yes, Resolution with) {
        return become(yes ? ClaimStatus.APPROVED : ClaimStatus.DENIED, with);
    }

    /** What follows was done. */
    public Claim resolved() {
        return become(ClaimStatus.RESOLVED, wanted);
    }

    private Claim become(ClaimStatus next, Resolution with) {
        if (!may(next)) {
            throw new IllegalStateException("claim " + id + " cannot go from " + status + " to " + next);
        }
        return new Claim(
                id, order, next, reason, units, fulfilment, with, evidence, requestedBy, requestedAt, version + 1);
    }

    @Override
    public String toString() {
        return "Claim[" + id + " " + status + "]";
    }
}
