package io.ordercore.application.credit;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.credit.OrderFile;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of each paid order until it is mature. */
public interface OrderFiles {
    Optional<OrderFile> find(OrderId order);

    /**
     * Stores a file.
     *
     * @param due when it has something to say; null for never again
     * @throws StaleVersionException if the stored one is not at the version before; version 1 means that there is none
     */
    void save(OrderFile file, @Nullable Instant due);

    /** Orders that have something to say by now, the longest due first. */
    List<OrderId> due(Instant now, int limit);
}
