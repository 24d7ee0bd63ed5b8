package io.ordercore.domain.credit;

import java.time.Duration;

/**
 * When an order, and what is asked about it, says something about its merchant.
 *
 * @param shipWithin from payment until the parcel has to be with a carrier
 * @param deliverWithin from payment until a delivery is late
 * @param matureAfter from placing until the order counts though nobody closed it
 * @param answerWithin from a question to the merchant until an answer is late
 */
public record OutcomeTerms(Duration shipWithin, Duration deliverWithin, Duration matureAfter, Duration answerWithin) {
    /** Three days to hand over, fifteen to deliver, thirty until mature, a day to answer. */
    public static final OutcomeTerms STANDARD =
            new OutcomeTerms(Duration.ofDays(3), Duration.ofDays(15), Duration.ofDays(30), Duration.ofDays(1));

    public OutcomeTerms {
        if (shipWithin.isNegative()
                || deliverWithin.isNegative()
                || matureAfter.isNegative()
                || answerWithin.isNegative()) {
            throw new IllegalArgumentException("periods are not negative");
        }
    }
}
