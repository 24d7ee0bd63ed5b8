package io.ordercore.domain.modification;

/** Why a change is ruled on as it is. The names are stable. */
public enum RulingReason {
    /** Nothing has been started: it changes in place. */
    IN_PLACE,
    /** The warehouse has the goods and must agree. */
    WITH_WAREHOUSE,
    /** The parcel is closed and labelled. */
    LABEL_PRINTED,
    ALREADY_PACKED,
    /** Only the carrier can still do something. */
    WITH_CARRIER,
    ON_ITS_WAY_TO_THE_DOOR,
    ALREADY_DELIVERED,
    RETURN_WINDOW_OVER,
    TOO_LATE_TO_BE_READ,

    /** The order expired or was cancelled. */
    ORDER_ENDED,
    /** A hold blocks modifications; when it is resolved they are open again. */
    ORDER_ON_HOLD,
    /** The order is being checked for risk: where it goes changes only with a supervisor's consent. */
    RISK_HOLD,
    /** The merchant may sell nothing more for now. */
    MERCHANT_SANCTIONED,
    /** The goods are being checked: no more of them are sold. */
    QUALITY_HOLD,
    /** A payment of the order is under way; when it is settled changes are open again. */
    PAYMENT_UNDER_WAY,
    /** The carrier's cut-off has passed: the parcel counts as handed over. */
    PAST_CUT_OFF,
    /** The way asked for is not among those there are now. */
    WAY_NOT_OPEN,
    /** Whoever asks does not change orders. */
    ACTOR_MAY_NOT,
    /** Who acts for a buyer says through which channel, why, and what proves the buyer's wish. */
    EVIDENCE_MISSING,
    /** Somebody else than the buyer asks: the buyer must agree. */
    BUYER_MUST_AGREE,
    /** The policy names no fee in the order's currency: a supervisor decides, and nothing is charged. */
    FEE_NOT_PRICED
}
