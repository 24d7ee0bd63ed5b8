package io.ordercore.application.inspection;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.inspection.AgencyOrder;
import io.ordercore.domain.inspection.InspectionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Inspections on their way to agencies. */
public interface AgencyOrders {
    Optional<AgencyOrder> find(InspectionId inspection);

    /**
     * Stores an order.
     *
     * @throws StaleVersionException if the stored one is not at the version before; version 1 means that there is none
     */
    void save(AgencyOrder order);

    /** Those to be asked for by now, the longest due first. */
    List<AgencyOrder> due(Instant now, int limit);
}
