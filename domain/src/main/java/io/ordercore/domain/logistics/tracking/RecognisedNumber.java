package io.ordercore.domain.logistics.tracking;

/**
 * A carrier whose numbers look like this one.
 *
 * @param format stable name of the number format
 * @param checked whether a check digit confirmed it; without one the shape alone speaks
 */
public record RecognisedNumber(CarrierCode carrier, String format, TrackingNumber number, boolean checked) {}
