package io.ordercore.application.inspection;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.catalog.listing.ListingChanged;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.domain.inspection.InspectionPolicy;
import io.ordercore.domain.inspection.Switching;
import io.ordercore.domain.inspection.SwitchingScheme;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The door to inspections: what can be asked of them, made from the ports it takes. */
public final class InspectionUseCases {
    private final Store store;
    private final Suspension suspension;
    private final InspectionAgency agency;
    private final InspectionListener listener;
    private final Suppliers suppliers;
    private final Clock clock;
    private final Ids ids;
    private final Seeds seeds;

    /** Takes a source of randomness nobody can guess: it makes the seeds of draws. */
    public InspectionUseCases(
            Store store,
            OrderChanges changes,
            InspectionAgency agency,
            InspectionListener listener,
            Suppliers suppliers,
            Switching switching,
            Clock clock,
            Ids ids,
            RandomGenerator random) {
        this.store = store;
        this.suspension = new Suspension(
                store.inspections(),
                store.correctiveActions(),
                new SwitchingScheme(switching, InspectionPolicy.STANDARD),
                store.offers(),
                store.catalog().listings(),
                store.orders(),
                changes);
        this.agency = agency;
        this.listener = listener;
        this.suppliers = suppliers;
        this.clock = clock;
        this.ids = ids;
        this.seeds = new Seeds(random);
    }

    public InspectGoods inspectGoods() {
        return service();
    }

    private InspectGoodsService service() {
        return new InspectGoodsService(
                store.transactions(),
                store.inspections(),
                store.agencyOrders(),
                agency,
                suspension,
                store.agencies(),
                listener,
                suppliers,
                InspectionPolicy.STANDARD,
                clock,
                ids,
                seeds);
    }

    public ManageAgencies manageAgencies() {
        return new ManageAgenciesService(store.transactions(), store.agencies(), clock);
    }

    /** How a discontinued product gets inspected again. */
    public CorrectCause correctCause() {
        return new CorrectCauseService(
                store.transactions(),
                store.inspections(),
                store.correctiveActions(),
                suspension,
                listener,
                new QualityNotices(store.orders(), store.notices(), ids),
                clock);
    }

    public KeepInspections keepInspections() {
        return new KeepInspectionsService(
                store.transactions(),
                store.inspections(),
                store.correctiveActions(),
                suspension,
                new QualityNotices(store.orders(), store.notices(), ids),
                listener,
                clock);
    }

    public DrawLots drawLots() {
        return new DrawLotsService(
                store.transactions(),
                store.lotDraws(),
                service(),
                suspension,
                suppliers,
                store.agencies(),
                InspectionPolicy.STANDARD,
                clock,
                ids,
                seeds);
    }

    public SendInspections sendInspections() {
        return new SendInspectionsService(
                store.transactions(), store.inspections(), store.agencyOrders(), store.agencies(), agency, clock);
    }

    public FindDraws findDraws() {
        return new FindDrawsService(store.lotDraws(), store.inspections());
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
