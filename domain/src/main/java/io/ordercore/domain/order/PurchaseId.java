package io.ordercore.domain.order;

import java.util.UUID;

/** One checkout. A UUID, of version 7 where the platform makes it, so that new ones sort last. */
public record PurchaseId(UUID value) implements Comparable<PurchaseId> {
    static final int TEXT_LENGTH = 36;

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is not a UUID in its 36 character form
     */
    public static PurchaseId parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException("not a purchase id");
        }
        return new PurchaseId(UUID.fromString(text));
    }

    @Override
    public int compareTo(PurchaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
