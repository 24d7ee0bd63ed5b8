package io.ordercore.domain.aftersale;

/** Why nothing more is done about goods. The names are stable. */
public enum AfterSaleRefusal {
    /** It is not where that could happen. */
    WRONG_STATUS,
    /** This reason does not open this way. */
    NOT_FOR_THIS_REASON,
    /** The time for it is over, or the goods were never delivered. */
    OUT_OF_WINDOW,
    /** The order has not that many such units about which nothing else was agreed. */
    NOT_THAT_MANY,
    /** What is wanted instead is not sold, or not by this merchant, or not for this currency. */
    EXCHANGE_NOT_SOLD,
    /** Of what is wanted instead not enough is left. */
    EXCHANGE_SOLD_OUT,
    /** The order cannot be changed now. */
    ORDER_CLOSED,
    /** The carrier was asked to turn the parcel: what becomes of it is settled there. */
    INTERCEPTED,
    /** What would be paid back the buyer's bank has, or claims; when that is decided it is open again. */
    DISPUTED,
    /** There is no such unit in it. */
    UNKNOWN_UNIT
}
