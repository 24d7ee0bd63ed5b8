package io.ordercore.domain.inspection;

/** What a sample says about its lot, for one class of defects. */
public enum Verdict {
    ACCEPTED,
    /** More than Ac, fewer than Re: this lot passes, and the next one is inspected normally (MIL-STD-105E, 10.1.4). */
    ACCEPTED_IN_THE_GAP,
    NOT_ACCEPTED;

    public boolean accepts() {
        return this != NOT_ACCEPTED;
    }
}
