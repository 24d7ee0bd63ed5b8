package io.ordercore.domain.party;

/** In which capacity somebody acts. */
public enum Role {
    BUYER,
    MERCHANT,
    /** Picks, packs and hands over, for every merchant whose goods it keeps. */
    WAREHOUSE,
    AGENT,
    REVIEWER,
    INSPECTOR,
    OPERATOR,
    CARRIER,
    /** The platform itself: timers and reactions to events. */
    SYSTEM
}
