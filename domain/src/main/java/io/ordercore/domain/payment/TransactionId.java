package io.ordercore.domain.payment;

import java.util.UUID;

/** One exchange with a payment provider; its idempotency key there. */
public record TransactionId(UUID value) {
    public static TransactionId parse(String text) {
        return new TransactionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
