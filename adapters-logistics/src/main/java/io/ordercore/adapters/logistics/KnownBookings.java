package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ShipmentOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this node booked lately, by key: answers a repetition without asking the carrier, and sees another shipment under
 * the same key. The carrier's own check and the order core's stored keys stand behind it.
 */
final class KnownBookings {
    private static final int REMEMBERED = 10_000;

    private final Map<IdempotencyKey, ShipmentOrder> asked = newest();
    private final Map<IdempotencyKey, Booking> booked = newest();

    /** False if the key was used for another shipment. */
    synchronized boolean accept(IdempotencyKey key, ShipmentOrder shipment) {
        ShipmentOrder earlier = asked.putIfAbsent(key, shipment);
        return earlier == null || earlier.equals(shipment);
    }

    synchronized @Nullable Booking find(IdempotencyKey key) {
        return booked.get(key);
    }

    synchronized Booking remember(IdempotencyKey key, Booking booking) {
        booked.put(key, booking);
        return booking;
    }

    private static <V> Map<IdempotencyKey, V> newest() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<IdempotencyKey, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
