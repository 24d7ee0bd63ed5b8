package io.ordercore.domain.party;

import org.jspecify.annotations.Nullable;

/**
 * What the buyer wants of whoever packs and delivers. Personal data: never logged, encrypted wherever it is stored.
 *
 * @param window when the buyer is there; null for any time
 * @param note a word to whoever packs; empty for none
 */
public record DeliveryWishes(@Nullable DeliveryWindow window, String note) {
    public static final DeliveryWishes NONE = new DeliveryWishes(null, "");

    private static final int LONGEST_NOTE = 500;

    public DeliveryWishes {
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " characters");
        }
    }

    public DeliveryWishes within(DeliveryWindow other) {
        return new DeliveryWishes(other, note);
    }

    public DeliveryWishes noting(String other) {
        return new DeliveryWishes(window, other);
    }

    @Override
    public String toString() {
        return "DeliveryWishes[…]";
    }
}
