package io.ordercore.domain.aftersale;

import java.util.UUID;

/** Names a return. */
public record ReturnId(UUID value) {
    /** Reads what {@link #toString} writes. */
    public static ReturnId parse(String text) {
        return new ReturnId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
