package io.ordercore.domain.credit;

/** What the platform does against a merchant, the mildest first. */
public enum MeasureKind {
    NOTICE,
    /** Only so many new orders a day. */
    ORDER_CAP,
    CAMPAIGN_BAN,
    TIGHTENED_INSPECTION,
    DEMOTION,
    RAISED_DEPOSIT,
    PAYOUT_HOLD,
    /** No new listings. */
    LISTING_BLOCK,
    /** No new orders at all. */
    FREEZE
}
