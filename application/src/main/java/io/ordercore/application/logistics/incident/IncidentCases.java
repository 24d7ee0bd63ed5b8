package io.ordercore.application.logistics.incident;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every case, and how many parcels went well. */
public interface IncidentCases {
    Optional<IncidentCase> find(UUID id);

    /** The cases of a parcel, the earliest first. */
    List<IncidentCase> of(FulfilmentId parcel);

    /** The cases of an order, the earliest first. */
    List<IncidentCase> of(OrderId order);

    /**
     * Stores a case.
     *
     * @throws io.ordercore.application.StaleVersionException if the stored one is not at the version before; version 1 means
     *     that there is none
     */
    void save(IncidentCase incident);

    /** Cases about which something is to be done at {@code now}, the most overdue first. */
    List<IncidentCase> due(Instant now, int limit);

    /** Cases that are open, by their deadline, at most {@code limit}: the work list. */
    List<IncidentCase> open(Filter wanted, int limit);

    /** Counts a parcel that was handed over; the same parcel again counts for nothing. */
    void handedOver(FulfilmentId parcel, CarrierCode carrier, String lane, Instant at);

    /** What became of the parcels handed over since {@code from}, by carrier and lane; the most parcels first. */
    List<IncidentRate> rates(Instant from, int limit);

    /**
     * Which open cases; null for any.
     *
     * @param escalated only those of which a deadline was missed
     */
    record Filter(@Nullable IncidentKind kind, @Nullable CaseStage stage, boolean escalated) {
        public static final Filter ALL = new Filter(null, null, false);

        public boolean takes(IncidentCase it) {
            return (kind == null || kind == it.kind())
                    && (stage == null || stage == it.stage())
                    && (!escalated || it.escalations() > 0);
        }
    }
}
