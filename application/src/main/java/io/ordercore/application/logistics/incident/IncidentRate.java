package io.ordercore.application.logistics.incident;

import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often it goes wrong with one carrier on one lane.
 *
 * @param lane where parcels go: country and region, for example {@code CN/Zhejiang}
 * @param parcels how many were handed over
 * @param cases how many of them had such a case
 * @param troubled how many of them had any
 */
public record IncidentRate(
        CarrierCode carrier, String lane, long parcels, Map<IncidentKind, Long> cases, long troubled) {
    public IncidentRate {
        cases = Collections.unmodifiableMap(new TreeMap<>(cases));
    }

    /** The share of parcels with a case, 0 to 1. */
    public double rate() {
        return parcels == 0 ? 0 : (double) troubled / parcels;
    }
}
