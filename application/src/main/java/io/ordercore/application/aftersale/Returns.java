package io.ordercore.application.aftersale;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.aftersale.ReturnId;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The returns, open and done. */
public interface Returns {
    Optional<Return> find(ReturnId id);

    /** Those of an order, the latest first. */
    List<Return> of(OrderId order);

    /** Those nobody sent in time, the longest over first. */
    List<ReturnId> over(Instant now, int limit);

    /**
     * Stores a return.
     *
     * @param changed at the version it is to have
     * @throws StaleVersionException if the stored one is not at the version before (version 1 means that there is none)
     */
    void save(Return changed);
}
