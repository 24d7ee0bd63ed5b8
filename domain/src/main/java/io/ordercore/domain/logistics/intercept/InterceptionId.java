package io.ordercore.domain.logistics.intercept;

import java.util.UUID;

/** Names an interception. */
public record InterceptionId(UUID value) {
    /** Reads what {@link #toString} writes. */
    public static InterceptionId parse(String text) {
        return new InterceptionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
