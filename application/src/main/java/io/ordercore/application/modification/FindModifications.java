package io.ordercore.application.modification;

import io.ordercore.domain.modification.ChangeKind;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.Rulings;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads change sets and the policy behind them. */
public interface FindModifications {
    Optional<ChangeSet> changeSet(ChangeSetId id);

    /** Those of an order, the latest first. */
    List<ChangeSet> of(OrderId order);

    /** Those that wait, the longest waiting first: a warehouse's or a supervisor's list. */
    List<ChangeSet> in(ChangeSetStatus status, int limit);

    ModificationPolicies policies();

    /**
     * What would be ruled on a change of this kind now, which cell of the policy decides, and what refines it.
     *
     * @param line null for the order as a whole
     * @throws io.ordercore.application.order.UnknownOrderException if there is no such order
     */
    Rulings.Explanation explain(
            OrderId order, ChangeKind kind, @Nullable Integer line, Actor actor, @Nullable String proof);
}
