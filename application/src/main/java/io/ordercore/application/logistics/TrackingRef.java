package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A parcel to ask about. Numbers are reused: the optional parts tell parcels with one number apart.
 *
 * @param movedBy who moves it, when an aggregator is asked
 * @param phoneSuffix last four digits of sender's or consignee's telephone
 */
public record TrackingRef(
        TrackingNumber number,
        @Nullable CarrierCode movedBy,
        @Nullable String phoneSuffix,
        @Nullable LocalDate shippedOn,
        @Nullable String destinationPostalCode) {
    public static TrackingRef of(TrackingNumber number) {
        return new TrackingRef(number, null, null, null, null);
    }

    public TrackingRef movedBy(CarrierCode carrier) {
        return new TrackingRef(number, carrier, phoneSuffix, shippedOn, destinationPostalCode);
    }

    public TrackingRef shippedOn(LocalDate day) {
        return new TrackingRef(number, movedBy, phoneSuffix, day, destinationPostalCode);
    }

    public TrackingRef sentTo(String postalCode) {
        return new TrackingRef(number, movedBy, phoneSuffix, shippedOn, postalCode.isEmpty() ? null : postalCode);
    }

    public TrackingRef withPhoneSuffix(String digits) {
        return new TrackingRef(number, movedBy, digits, shippedOn, destinationPostalCode);
    }
}
