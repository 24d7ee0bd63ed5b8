package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's promise to move a shipment.
 *
 * @param carrierRef what the carrier calls it; later calls name it by this
 * @param numbers the leading number first, then one for each further parcel
 * @param label where the label can be had; absent where the carrier prints its own
 */
public record Booking(
        String carrierRef,
        List<TrackingNumber> numbers,
        @Nullable String label,
        @Nullable Money price) {
    public Booking {
        numbers = List.copyOf(numbers);
    }
}
