package io.ordercore.domain.aftersale;

import java.util.UUID;

/** Names a claim. */
public record ClaimId(UUID value) {
    /** Reads what {@link #toString} writes. */
    public static ClaimId parse(String text) {
        return new ClaimId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
