package io.ordercore.application.modification;

import io.ordercore.application.logistics.TrackedParcels;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import io.ordercore.domain.order.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What tracking and carriers know that decides what can still be changed. */
public interface Parcels {
    /** What carriers said about their parcels; when one comes for what is packed is left to the policy. */
    static Parcels tracked(TrackedParcels parcels) {
        return new Parcels() {
            @Override
            public boolean outForDelivery(Fulfilment fulfilment) {
                return parcels.find(fulfilment.id())
                        .filter(parcel -> parcel.state().status() == TrackingStatus.OUT_FOR_DELIVERY)
                        .isPresent();
            }

            @Override
            public @Nullable Instant cutOff(Order order) {
                return null;
            }
        };
    }

    /** Whether a courier has it for today's round. */
    boolean outForDelivery(Fulfilment fulfilment);

    /** From when on what is packed counts as handed over; null where the policy tells, if anybody. */
    @Nullable
    Instant cutOff(Order order);
}
