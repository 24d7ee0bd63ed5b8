package io.ordercore.domain.credit;

import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence in a merchant's file.
 *
 * @param toldAt when it was learnt, and the merchant told: the period to appeal starts
 * @param givenTo whose it is after an accepted appeal; null while it counts
 */
public record KeptEvidence(
        MerchantId merchant,
        Evidence evidence,
        Instant toldAt,
        @Nullable Owner givenTo) {
    /** Whether it enters the merchant's credit. What an accepted appeal took from the merchant does as if it had never been. */
    public boolean counts() {
        return givenTo == null;
    }

    /** Who answers for it. */
    public Owner owner() {
        if (givenTo != null) {
            return givenTo;
        }
        return evidence.isAgainstMerchant() ? Owner.MERCHANT : Owner.UNKNOWN;
    }

    /** The same after an accepted appeal. */
    public KeptEvidence givenTo(Owner other) {
        return new KeptEvidence(merchant, evidence, toldAt, other);
    }

    /** Until when the merchant may appeal. */
    public Instant appealBy() {
        return toldAt.plus(Appeal.PERIOD);
    }
}
