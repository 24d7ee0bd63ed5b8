package io.ordercore.domain.credit;

import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence in a merchant's file.
 *
 * @param toldAt when it was learnt, and the merchant told: the period to appeal starts
 * @param givenTo whose it is after an accepted appeal; null while it is the merchant's
 * @param withdrawn whether what it rested on was corrected
 */
public record KeptEvidence(
        MerchantId merchant,
        Evidence evidence,
        Instant toldAt,
        @Nullable Owner givenTo,
        boolean withdrawn) {
    /** A piece that counts. */
    public static KeptEvidence learnt(MerchantId merchant, Evidence evidence, Instant now) {
        return new KeptEvidence(merchant, evidence, now, null, false);
    }

    /** Whether it enters the merchant's credit. What an accepted appeal or a correction took away is as if it had never been. */
    public boolean counts() {
        return givenTo == null && !withdrawn;
    }

    /** Who answers for it. */
    public Owner owner() {
        if (givenTo != null) {
            return givenTo;
        }
        return evidence.isAgainstMerchant() && !withdrawn ? Owner.MERCHANT : Owner.UNKNOWN;
    }

    /** The same after an accepted appeal. */
    public KeptEvidence givenTo(Owner other) {
        return new KeptEvidence(merchant, evidence, toldAt, other, withdrawn);
    }

    /** The same after what it rested on was corrected. */
    public KeptEvidence withdrawing() {
        return new KeptEvidence(merchant, evidence, toldAt, givenTo, true);
    }

    /** Until when the merchant may appeal. */
    public Instant appealBy() {
        return toldAt.plus(Appeal.PERIOD);
    }
}
