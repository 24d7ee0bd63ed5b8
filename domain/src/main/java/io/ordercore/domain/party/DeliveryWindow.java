package io.ordercore.domain.party;

import java.time.Instant;

/** When the buyer is there; the end is exclusive. */
public record DeliveryWindow(Instant from, Instant to) {
    public DeliveryWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a delivery window begins before it ends");
        }
    }
}
