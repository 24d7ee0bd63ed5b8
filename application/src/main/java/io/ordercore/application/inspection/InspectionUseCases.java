package io.ordercore.application.inspection;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.catalog.listing.ListingChanged;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.domain.inspection.InspectionPolicy;
import io.ordercore.domain.inspection.Switching;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The door to inspections: what can be asked of them, made from the ports it takes. */
public final class InspectionUseCases {
    private final Store store;
    private final Suspension suspension;
    private final Agencies agencies;
    private final InspectionListener listener;
    private final Suppliers suppliers;
    private final Switching switching;
    private final Clock clock;
    private final Ids ids;
    private final RandomGenerator random;

    /** Takes a source of randomness nobody can guess: it makes the seeds of draws. */
    public InspectionUseCases(
            Store store,
            OrderChanges changes,
            Agencies agencies,
            InspectionListener listener,
            Suppliers suppliers,
            Switching switching,
            Clock clock,
            Ids ids,
            RandomGenerator random) {
        this.store = store;
        this.suspension = new Suspension(
                store.inspections(), store.offers(), store.catalog().listings(), store.orders(), changes);
        this.agencies = agencies;
        this.listener = listener;
        this.suppliers = suppliers;
        this.switching = switching;
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
                listener,
                suppliers,
                InspectionPolicy.STANDARD,
                switching,
                clock,
                ids,
                random);
    }

    public KeepInspections keepInspections() {
        return new KeepInspectionsService(
                store.transactions(),
                store.inspections(),
                store.lotDraws(),
                inspectGoods(),
                suspension,
                new QualityNotices(store.orders(), store.notices(), ids),
                suppliers,
                agencies,
                listener,
                InspectionPolicy.STANDARD,
                clock,
                ids,
                random);
    }

    /** What has to follow when listings change, in the same transaction. */
    public Consumer<ListingChanged> listingReactions() {
        return suspension::keepOffSale;
    }

    /** What has to follow when orders are placed. */
    public OrderEventListener reactions() {
        return new InspectionReactions(suspension);
    }
}
