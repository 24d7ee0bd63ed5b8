package io.ordercore.application.logistics;

import io.ordercore.domain.party.Recipient;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier is asked to move.
 *
 * @param reference the platform's own name for the shipment, unique; carriers that know only a client reference get this
 * @param service the carrier's service code; empty for its standard service
 * @param replaces the reference of the shipment this one is sent instead of
 */
public record ShipmentOrder(
        String reference,
        Recipient from,
        Recipient to,
        List<ParcelToSend> parcels,
        String service,
        @Nullable String replaces) {
    public ShipmentOrder {
        parcels = List.copyOf(parcels);
        if (parcels.isEmpty()) {
            throw new IllegalArgumentException("a shipment has at least one parcel");
        }
    }

    /**
     * One box.
     *
     * @param lengthMm longest side first, millimetres
     */
    public record ParcelToSend(
            int weightGrams, int lengthMm, int widthMm, int heightMm, String contents, Money declaredValue) {}
}
