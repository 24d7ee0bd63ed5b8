package io.ordercore.application.inspection;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.domain.inspection.InspectionPolicy;
import io.ordercore.domain.inspection.Switching;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The door to inspections: what can be asked of them, made from the ports it takes. */
public final class InspectionUseCases {
    private final Store store;
    private final Suspension suspension;
    private final Agencies agencies;
    private final Clock clock;
    private final Ids ids;
    private final RandomGenerator random;

    /** Takes a source of randomness nobody can guess: it makes the seeds of draws. */
    public InspectionUseCases(
            Store store, OrderChanges changes, Agencies agencies, Clock clock, Ids ids, RandomGenerator random) {
        this.store = store;
        this.suspension = new Suspension(
                store.inspections(), store.offers(), store.catalog().listings(), store.orders(), changes);
        this.agencies = agencies;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    public InspectGoods inspectGoods() {
        return new InspectGoodsService(
                store.transactions(),
                store.inspections(),
                suspension,
                agencies,
                InspectionPolicy.STANDARD,
                Switching.BY_SCORE,
                clock,
                ids,
                random);
    }

    /** What has to follow when orders are placed. */
    public OrderEventListener reactions() {
        return new InspectionReactions(suspension);
    }
}
