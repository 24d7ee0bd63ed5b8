package io.ordercore.domain.credit;

import io.ordercore.domain.credit.Evidence.End;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whose an order's bad end is. Rules are tried in their order; the first that fits answers.
 *
 * @param rule what decided it
 */
public record Attribution(End end, Owner owner, Rule rule) {
    /** Why an owner is the owner. */
    public enum Rule {
        /** The goods themselves, whatever the carrier did besides. */
        GOODS_AT_FAULT,
        MERCHANT_DID_NOT_DELIVER,
        BUYER_WITHDREW,
        PLATFORM_STOPPED_IT,
        LOST_OR_DAMAGED_ON_THE_WAY,
        /** The parcel left in time: being late, and a low rating for it, is the carrier's. */
        LATE_THOUGH_HANDED_OVER_IN_TIME,
        LATE_AFTER_LATE_HAND_OVER,
        LOW_RATING_OTHERWISE,
        NOTHING_WRONG
    }

    /** Attributes an order with these problems. */
    public static Attribution of(Set<Problem> problems, boolean handedOverInTime) {
        if (has(problems, Problem.DEFECTIVE, Problem.NOT_AS_DESCRIBED, Problem.WRONG_ITEM, Problem.INCOMPLETE)) {
            return new Attribution(End.DEFECT, Owner.MERCHANT, Rule.GOODS_AT_FAULT);
        }
        if (has(problems, Problem.CANCELLED_BY_MERCHANT, Problem.OUT_OF_STOCK)) {
            return new Attribution(End.CANCELLED, Owner.MERCHANT, Rule.MERCHANT_DID_NOT_DELIVER);
        }
        if (has(problems, Problem.CANCELLED_BY_BUYER, Problem.REFUSED_BY_BUYER, Problem.WRONG_ADDRESS)) {
            return new Attribution(End.CANCELLED, Owner.BUYER, Rule.BUYER_WITHDREW);
        }
        if (problems.contains(Problem.CANCELLED_BY_PLATFORM)) {
            return new Attribution(End.CANCELLED, Owner.PLATFORM, Rule.PLATFORM_STOPPED_IT);
        }
        if (has(problems, Problem.LOST_IN_TRANSIT, Problem.DAMAGED_IN_TRANSIT)) {
            return new Attribution(End.DEFECT, Owner.CARRIER, Rule.LOST_OR_DAMAGED_ON_THE_WAY);
        }
        if (problems.contains(Problem.DELIVERED_LATE)) {
            return handedOverInTime
                    ? new Attribution(End.DEFECT, Owner.CARRIER, Rule.LATE_THOUGH_HANDED_OVER_IN_TIME)
                    : new Attribution(End.DEFECT, Owner.MERCHANT, Rule.LATE_AFTER_LATE_HAND_OVER);
        }
        return problems.contains(Problem.LOW_RATING)
                ? new Attribution(End.DEFECT, Owner.MERCHANT, Rule.LOW_RATING_OTHERWISE)
                : new Attribution(End.GOOD, Owner.UNKNOWN, Rule.NOTHING_WRONG);
    }

    private static boolean has(Set<Problem> problems, Problem first, Problem... others) {
        return !Collections.disjoint(problems, EnumSet.of(first, others));
    }
}
