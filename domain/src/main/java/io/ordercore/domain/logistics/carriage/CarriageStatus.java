package io.ordercore.domain.logistics.carriage;

/** How far the booking of a carrier is. */
public enum CarriageStatus {
    /** The carrier is being asked, or asked what became of it. */
    REQUESTED,
    /** The carrier takes it, under its numbers. */
    BOOKED,
    /** The carrier is being asked to take the booking back. */
    CANCELLING,
    /** The booking was taken back. */
    CANCELLED,
    /** The carrier does not take it; another attempt may be made. */
    REFUSED
}
