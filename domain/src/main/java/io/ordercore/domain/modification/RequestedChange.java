package io.ordercore.domain.modification;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is to be different. Made by the factory of its kind; what a kind does not need is null or 0. May hold personal
 * data.
 *
 * @param line the order's line; null for what is about the whole order
 * @param units how many of the line: to swap, more, fewer, or of the new line; 0 for all there are
 */
public record RequestedChange(
        ChangeKind kind,
        @Nullable Integer line,
        int units,
        @Nullable Sku sku,
        @Nullable Address address,
        @Nullable Contact contact,
        @Nullable DeliveryWindow window,
        @Nullable String note) {
    private static final int LONGEST_NOTE = 500;

    public RequestedChange {
        boolean complete = switch (kind) {
            case ADDRESS -> address != null;
            case CONTACT -> contact != null;
            case DELIVERY_WINDOW -> window != null;
            case VARIANT -> line != null && sku != null;
            case QUANTITY_UP, QUANTITY_DOWN -> line != null && units > 0;
            case ADD_LINE -> sku != null && units > 0;
            case DROP_LINE -> line != null;
            case CANCEL -> true;
            case NOTE -> note != null && note.length() <= LONGEST_NOTE;
        };
        if (!complete || units < 0 || units > PurchaseLine.MOST_UNITS) {
            throw new IllegalArgumentException("a change of kind " + kind + " lacks something or has too much of it");
        }
    }

    public static RequestedChange address(Address to) {
        return new RequestedChange(ChangeKind.ADDRESS, null, 0, null, to, null, null, null);
    }

    public static RequestedChange contact(String name, PhoneNumber phone) {
        return new RequestedChange(ChangeKind.CONTACT, null, 0, null, null, new Contact(name, phone), null, null);
    }

    public static RequestedChange deliverWithin(DeliveryWindow window) {
        return new RequestedChange(ChangeKind.DELIVERY_WINDOW, null, 0, null, null, null, window, null);
    }

    /** Another variant for {@code units} of a line; 0 for all that are left of it. */
    public static RequestedChange swap(int line, int units, Sku variant) {
        return new RequestedChange(ChangeKind.VARIANT, line, units, variant, null, null, null, null);
    }

    public static RequestedChange more(int line, int units) {
        return new RequestedChange(ChangeKind.QUANTITY_UP, line, units, null, null, null, null, null);
    }

    public static RequestedChange fewer(int line, int units) {
        return new RequestedChange(ChangeKind.QUANTITY_DOWN, line, units, null, null, null, null, null);
    }

    public static RequestedChange add(Sku sku, int units) {
        return new RequestedChange(ChangeKind.ADD_LINE, null, units, sku, null, null, null, null);
    }

    public static RequestedChange drop(int line) {
        return new RequestedChange(ChangeKind.DROP_LINE, line, 0, null, null, null, null, null);
    }

    public static RequestedChange cancel() {
        return new RequestedChange(ChangeKind.CANCEL, null, 0, null, null, null, null, null);
    }

    public static RequestedChange note(String text) {
        return new RequestedChange(ChangeKind.NOTE, null, 0, null, null, null, null, text);
    }

    @Override
    public String toString() {
        return "RequestedChange[" + kind + (line == null ? "" : " of line " + line) + "]";
    }
}
