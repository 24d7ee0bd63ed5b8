package io.ordercore.application.modification;

import io.ordercore.application.Store;
import io.ordercore.domain.modification.Asked;
import io.ordercore.domain.modification.ChangeKind;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.Rulings;
import io.ordercore.domain.modification.Standing;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class FindModificationsService implements FindModifications {
    private final Store store;
    private final Modifying modifying;

    FindModificationsService(Store store, Modifying modifying) {
        this.store = store;
        this.modifying = modifying;
    }

    @Override
    public Optional<ChangeSet> changeSet(ChangeSetId id) {
        return store.changeSets().find(id);
    }

    @Override
    public List<ChangeSet> of(OrderId order) {
        return store.changeSets().of(order);
    }

    @Override
    public List<ChangeSet> in(ChangeSetStatus status, int limit) {
        return store.changeSets().in(status, limit);
    }

    @Override
    public ModificationPolicies policies() {
        return modifying.policies();
    }

    @Override
    public Rulings.Explanation explain(
            OrderId id, ChangeKind kind, @Nullable Integer line, Actor actor, @Nullable String proof) {
        Instant now = modifying.now();
        Order order = modifying.order(id);
        Standing standing = modifying.standing(order);
        return Rulings.explain(
                modifying.policy(order), new Asked(kind, standing.stage(kind, line, now), standing, actor, proof, now));
    }
}
