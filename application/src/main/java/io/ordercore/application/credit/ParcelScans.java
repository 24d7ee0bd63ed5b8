package io.ordercore.application.credit;

import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.TrackedParcels;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/** Whether the tracking numbers a merchant gave led to anything. */
final class ParcelScans {
    private final TrackedParcels parcels;
    private final Carriers carriers;

    ParcelScans(TrackedParcels parcels, Carriers carriers) {
        this.parcels = parcels;
        this.carriers = carriers;
    }

    /** True if a carrier knows one of the order's numbers, false if none does; empty where no carrier could be asked. */
    Optional<Boolean> areValid(OrderId order) {
        List<Parcel> own = parcels.of(order);
        if (own.stream().anyMatch(parcel -> parcel.state().lastMovement() != null)) {
            return Optional.of(true);
        }
        return own.stream().anyMatch(this::couldBeAsked) ? Optional.of(false) : Optional.empty();
    }

    private boolean couldBeAsked(Parcel parcel) {
        ConnectedCarrier carrier = carriers.find(parcel.carrier());
        return carrier != null && carrier.profile().can(Capability.TRACK_PULL);
    }
}
