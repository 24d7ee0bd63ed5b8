package io.ordercore.domain.logistics.incident;

/** Why a voucher does not pay for an order. The names are stable. */
public enum VoucherRefusal {
    /** The order's buyer has no such voucher. */
    NO_SUCH_VOUCHER,
    /** Its time is over. */
    VOUCHER_EXPIRED,
    /** It pays for another order. */
    VOUCHER_REDEEMED,
    /** It is in another currency than the order. */
    VOUCHER_CURRENCY,
    /** Nothing is left that a voucher could pay: the smallest amount there is must be paid otherwise. */
    VOUCHER_TOO_LARGE,
    /** The order is paid, or over. */
    ORDER_NOT_OPEN,
    /** A hold keeps the order from being changed. */
    ORDER_ON_HOLD
}
