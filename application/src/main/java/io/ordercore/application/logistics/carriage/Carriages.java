package io.ordercore.application.logistics.carriage;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.carriage.Carriage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The carriers booked for fulfilments, one each. */
public interface Carriages {
    Optional<Carriage> find(FulfilmentId fulfilment);

    /** Those whose carrier is to be asked at {@code now}, the longest due first. */
    List<FulfilmentId> due(Instant now, int limit);

    /**
     * Stores one.
     *
     * @throws io.ordercore.application.StaleVersionException if the stored one is not at the version before; version 1 means
     *     that there is none
     */
    void save(Carriage carriage);
}
