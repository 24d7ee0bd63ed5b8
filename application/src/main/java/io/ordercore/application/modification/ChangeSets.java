package io.ordercore.application.modification;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The changes asked for, open and done; at most one open per order. They hold personal data, encrypted where stored. */
public interface ChangeSets {
    Optional<ChangeSet> find(ChangeSetId id);

    /** Those of an order, the latest first. */
    List<ChangeSet> of(OrderId order);

    /** Those in a status, the longest waiting first. */
    List<ChangeSet> in(ChangeSetStatus status, int limit);

    /** Open ones whose quote has ended, the longest over first. */
    List<ChangeSetId> over(Instant now, int limit);

    /**
     * Stores a change set.
     *
     * @param changed at the version it is to have
     * @throws StaleVersionException if the stored one is not at the version before (version 1 means that there is none), or
     *     another one of the same order is open
     */
    void save(ChangeSet changed);
}
