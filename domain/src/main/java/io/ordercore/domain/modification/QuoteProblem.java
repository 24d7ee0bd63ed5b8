package io.ordercore.domain.modification;

import java.util.List;

/**
 * Why a change cannot be made although the policy allows it.
 *
 * @param change its place in the request, from 0
 * @param available the units there are, where it matters; otherwise 0
 */
public record QuoteProblem(int change, Reason reason, long available) {
    /** The names are stable. */
    public enum Reason {
        UNKNOWN_LINE,
        UNKNOWN_SKU,
        /** Unreviewed, suspended or withdrawn. */
        NOT_ORDERABLE,
        INSUFFICIENT_STOCK,
        /** The goods are of another merchant: a new order. */
        OTHER_MERCHANT,
        OTHER_CURRENCY,
        /** The delivery window is over already. */
        WINDOW_OVER,
        /** More units than the line has left, or than a line can have. */
        TOO_MANY_UNITS,
        TOO_MANY_LINES,
        /** It is so already. */
        NOTHING_CHANGES,
        /** Two changes of one request exclude each other. */
        CONTRADICTS_ANOTHER_CHANGE,
        /** The carrier was asked to stop or turn the parcel already. */
        ALREADY_INTERCEPTED,
        /** What would be given back the buyer's bank has, or claims; when that is decided changes are open again. */
        DISPUTED;

        /** The lawful ways left to what was wanted; none where only another request helps. */
        public List<Alternative> ways() {
            return switch (this) {
                case OTHER_MERCHANT, OTHER_CURRENCY, TOO_MANY_LINES -> List.of(Alternative.NEW_ORDER);
                case UNKNOWN_LINE,
                        UNKNOWN_SKU,
                        NOT_ORDERABLE,
                        INSUFFICIENT_STOCK,
                        WINDOW_OVER,
                        TOO_MANY_UNITS,
                        NOTHING_CHANGES,
                        CONTRADICTS_ANOTHER_CHANGE,
                        ALREADY_INTERCEPTED,
                        DISPUTED -> List.of();
            };
        }
    }
}
