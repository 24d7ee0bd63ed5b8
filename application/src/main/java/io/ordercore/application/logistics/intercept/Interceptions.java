package io.ordercore.application.logistics.intercept;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The interceptions, open and done; at most one open per fulfilment. They hold personal data, encrypted where stored. */
public interface Interceptions {
    Optional<Interception> find(InterceptionId id);

    /** Those of an order, the latest first. */
    List<Interception> of(OrderId order);

    /** Those whose carrier is to be asked, the longest waiting first. */
    List<InterceptionId> due(Instant now, int limit);

    /**
     * Stores an interception.
     *
     * @param changed at the version it is to have
     * @throws StaleVersionException if the stored one is not at the version before (version 1 means that there is none), or
     *     another one of the same fulfilment is open
     */
    void save(Interception changed);
}
