package io.ordercore.domain.logistics.tracking;

/** How the UTC offset of a carrier's time is known. */
public enum OffsetSource {
    /** The carrier wrote it. */
    EXPLICIT,
    /** The carrier writes all its times in one zone, and says so. */
    CARRIER_DEFAULT_ZONE,
    /** The zone of the place of the scan, named by the carrier. */
    FACILITY_ZONE,
    /** Not known: the time has no instant. */
    UNKNOWN
}
