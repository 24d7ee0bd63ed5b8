package io.ordercore.application.logistics.incident;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every case. */
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
    List<IncidentCase> open(int limit);
}
