package io.ordercore.domain.logistics.carriage;

/** Why no carrier is booked for a fulfilment. The names are stable. */
public enum CarriageRefusal {
    /** No carrier of this code is connected. */
    CARRIER_NOT_CONNECTED,
    /** Its bookings are made elsewhere. */
    CARRIER_TAKES_NO_BOOKINGS,
    /** A carrier was asked already: one label is bought for a fulfilment. */
    ALREADY_BOOKED,
    /** It is with a carrier already, or was given back. */
    NOTHING_TO_BOOK,
    /** No booking stands that could be taken back. */
    NOT_BOOKED,
    /** This carrier takes no booking back. */
    CARRIER_CANCELS_NOTHING
}
