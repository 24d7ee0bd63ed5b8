package io.ordercore.domain.logistics.incident;

import java.util.Set;

/** How far a case is. {@link #next} is the one table of legal moves. */
public enum CaseStage {
    OPEN,
    /** The carrier was asked, or a claim was made. */
    CARRIER_INQUIRY,
    /** It is decided who bears it, or the carrier has said where the parcel is. */
    LIABILITY_DECIDED,
    /** The buyer chooses, or waits for a new date. */
    REMEDY_OFFERED,
    RESOLVED,
    CLOSED;

    public Set<CaseStage> next() {
        return switch (this) {
            case OPEN -> Set.of(CARRIER_INQUIRY, LIABILITY_DECIDED, REMEDY_OFFERED, RESOLVED);
            case CARRIER_INQUIRY -> Set.of(LIABILITY_DECIDED, REMEDY_OFFERED, RESOLVED);
            case LIABILITY_DECIDED -> Set.of(REMEDY_OFFERED, RESOLVED);
            case REMEDY_OFFERED -> Set.of(REMEDY_OFFERED, RESOLVED);
            case RESOLVED -> Set.of(CLOSED, OPEN);
            case CLOSED -> Set.of(OPEN);
        };
    }

    /** Whether somebody still has to do something. */
    public boolean isOpen() {
        return this != RESOLVED && this != CLOSED;
    }
}
