package io.ordercore.application.modification;

import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.order.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What tracking and carriers know that decides what can still be changed. */
public interface Parcels {
    /** Nothing is known beyond the fulfilment itself. */
    Parcels UNTRACKED = new Parcels() {
        @Override
        public boolean outForDelivery(Fulfilment fulfilment) {
            return false;
        }

        @Override
        public @Nullable Instant cutOff(Order order) {
            return null;
        }
    };

    /** Whether a courier has it for today's round. */
    boolean outForDelivery(Fulfilment fulfilment);

    /** From when on what is packed counts as handed over; null for none. */
    @Nullable
    Instant cutOff(Order order);
}
