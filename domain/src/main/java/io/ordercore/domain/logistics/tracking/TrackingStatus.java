package io.ordercore.domain.logistics.tracking;

/**
 * Where a parcel is. What is wrong with it is a separate axis ({@link IncidentKind}): a delayed parcel is still
 * {@code IN_TRANSIT}. The constants stand in the order of a usual journey, so that of two scans with the same time the
 * one further along counts.
 */
public enum TrackingStatus {
    /** A code nobody has mapped yet; the raw code is kept and somebody is told. Never a guess. */
    UNKNOWN,
    /** The carrier knows of the parcel and does not have it. */
    CREATED,
    COLLECTED,
    IN_TRANSIT,
    IN_CUSTOMS,
    AT_DESTINATION,
    /** Something is wrong and the carrier does not say where the parcel is. */
    EXCEPTION,
    OUT_FOR_DELIVERY,
    /** An attempt failed; another may follow. */
    DELIVERY_FAILED,
    /** In a locker, station or shop. Not delivered: the consignee has nothing yet. */
    READY_FOR_PICKUP,
    /** Stopped on its way at our request; what follows is a return or a redirection. */
    INTERCEPTED,
    RETURNING,
    LOST,
    CANCELLED,
    DESTROYED,
    RETURNED,
    DELIVERED;

    /** Whether the journey is over. {@code LOST} is over until the parcel turns up. */
    public boolean isTerminal() {
        return switch (this) {
            case DELIVERED, RETURNED, CANCELLED, LOST, DESTROYED -> true;
            case UNKNOWN,
                    CREATED,
                    COLLECTED,
                    IN_TRANSIT,
                    IN_CUSTOMS,
                    AT_DESTINATION,
                    EXCEPTION,
                    OUT_FOR_DELIVERY,
                    DELIVERY_FAILED,
                    READY_FOR_PICKUP,
                    INTERCEPTED,
                    RETURNING -> false;
        };
    }

    /** Whether somebody must have held the parcel to say so. */
    public boolean isScan() {
        return switch (this) {
            case COLLECTED,
                    IN_TRANSIT,
                    IN_CUSTOMS,
                    AT_DESTINATION,
                    OUT_FOR_DELIVERY,
                    DELIVERY_FAILED,
                    READY_FOR_PICKUP,
                    INTERCEPTED,
                    RETURNING,
                    RETURNED,
                    DELIVERED -> true;
            case UNKNOWN, CREATED, EXCEPTION, LOST, CANCELLED, DESTROYED -> false;
        };
    }

    /**
     * The table of legal moves. {@code DELIVERED} leaves only by a return that starts later, {@code LOST} by any later
     * scan, {@code CANCELLED} when somebody receives the parcel all the same, {@code RETURNED} and {@code DESTROYED}
     * never: a carrier's "delivered" after a return means the sender.
     */
    boolean yieldsTo(TrackingStatus heard, boolean laterDated) {
        if (heard == UNKNOWN) {
            return false;
        }
        return switch (this) {
            case DELIVERED -> heard == RETURNING && laterDated;
            case CANCELLED -> (heard == RETURNING || heard == DELIVERED) && laterDated;
            case LOST -> heard.isScan() && laterDated;
            case RETURNED, DESTROYED -> false;
            case UNKNOWN,
                    CREATED,
                    COLLECTED,
                    IN_TRANSIT,
                    IN_CUSTOMS,
                    AT_DESTINATION,
                    EXCEPTION,
                    OUT_FOR_DELIVERY,
                    DELIVERY_FAILED,
                    READY_FOR_PICKUP,
                    INTERCEPTED,
                    RETURNING -> true;
        };
    }
}
