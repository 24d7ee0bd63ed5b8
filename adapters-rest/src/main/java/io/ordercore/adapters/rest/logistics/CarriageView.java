package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.domain.logistics.carriage.Carriage;
import io.ordercore.domain.logistics.carriage.CarriageStatus;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The carrier booked for a fulfilment. From where it goes is not repeated.
 *
 * @param trackingNumbers the leading one first; none before it is booked
 * @param carrierRef what the carrier calls the shipment
 * @param label where the label can be had; absent where the carrier prints its own
 * @param reason why the carrier refused
 */
@Schema(name = "Carriage")
record CarriageView(
        String fulfilment,
        String carrier,
        String service,
        CarriageStatus status,
        List<String> trackingNumbers,
        @Nullable String carrierRef,
        @Nullable String label,
        @Nullable MoneyBody price,
        @Nullable String reason,
        Instant requestedAt,
        long version) {
    static CarriageView of(Carriage it) {
        Money price = it.label().price();
        return new CarriageView(
                it.fulfilment().toString(),
                it.wish().carrier().value(),
                it.wish().service(),
                it.status(),
                it.label().numbers().stream().map(TrackingNumber::value).toList(),
                orNull(it.label().carrierRef()),
                it.label().address(),
                price == null ? null : MoneyBody.of(price),
                orNull(it.reason()),
                it.requestedAt(),
                it.version());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
