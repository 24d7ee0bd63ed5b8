package io.ordercore.domain.inspection;

import java.util.UUID;

/** One inspection of one lot. */
public record InspectionId(UUID value) {
    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static InspectionId parse(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equals(text)) {
            throw new IllegalArgumentException("not an inspection id");
        }
        return new InspectionId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
