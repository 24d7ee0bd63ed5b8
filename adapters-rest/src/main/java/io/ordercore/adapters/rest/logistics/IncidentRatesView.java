package io.ordercore.adapters.rest.logistics;

import io.ordercore.application.logistics.incident.IncidentRate;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often it goes wrong, by carrier and lane. */
@Schema(name = "IncidentRates")
record IncidentRatesView(Instant from, List<LaneView> items) {
    static IncidentRatesView of(Instant from, List<IncidentRate> rates) {
        return new IncidentRatesView(from, rates.stream().map(LaneView::of).toList());
    }

    /**
     * One carrier on one lane.
     *
     * @param parcels handed over since then
     * @param troubled of them, how many had any incident
     * @param rate their share, 0 to 1
     * @param incidents by kind
     */
    @Schema(name = "IncidentRate")
    record LaneView(
            String carrier, String lane, long parcels, long troubled, double rate, Map<IncidentKind, Long> incidents) {
        static LaneView of(IncidentRate it) {
            return new LaneView(it.carrier().value(), it.lane(), it.parcels(), it.troubled(), it.rate(), it.cases());
        }
    }
}
