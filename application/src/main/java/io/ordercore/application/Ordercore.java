package io.ordercore.application;

import io.ordercore.application.aftersale.AfterSaleUseCases;
import io.ordercore.application.catalog.CatalogUseCases;
import io.ordercore.application.catalog.listing.ListingChanged;
import io.ordercore.application.catalog.listing.ListingUseCases;
import io.ordercore.application.catalog.listing.WatchReviews;
import io.ordercore.application.credit.Categories;
import io.ordercore.application.credit.CreditUseCases;
import io.ordercore.application.inspection.InspectionUseCases;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.FulfilmentUseCases;
import io.ordercore.application.logistics.TrackParcels;
import io.ordercore.application.logistics.arrival.ArrivalUseCases;
import io.ordercore.application.logistics.carriage.CarriageUseCases;
import io.ordercore.application.logistics.incident.IncidentUseCases;
import io.ordercore.application.logistics.intercept.InterceptionUseCases;
import io.ordercore.application.modification.ModificationUseCases;
import io.ordercore.application.modification.Parcels;
import io.ordercore.application.notice.ReadNotices;
import io.ordercore.application.notice.webhook.WebhookReactions;
import io.ordercore.application.notice.webhook.WebhookUseCases;
import io.ordercore.application.order.DispatchEvents;
import io.ordercore.application.order.HoldUnshipped;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.OrderUseCases;
import io.ordercore.application.order.ResendGoods;
import io.ordercore.application.payment.HearProvider;
import io.ordercore.application.payment.PaymentGateway;
import io.ordercore.application.payment.PaymentUseCases;
import io.ordercore.application.stock.StockUseCases;
import io.ordercore.domain.modification.Tariff;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The order core, wired: a store, gateways and a clock in, every use case out.
 *
 * <pre>{@code
 * Ordercore core = Ordercore.on(store).payments(gateway).build();
 * core.orders().placePurchase().place(command);
 * }</pre>
 */
public final class Ordercore {
    private final OrderUseCases orders;
    private final FulfilmentUseCases fulfilment;
    private final PaymentUseCases payments;
    private final CatalogUseCases catalog;
    private final ListingUseCases listings;
    private final WatchReviews watchReviews;
    private final StockUseCases stock;
    private final InspectionUseCases inspections;
    private final Carriers carriers;
    private final ArrivalUseCases arrival;
    private final TrackParcels trackParcels;
    private final IncidentUseCases incidents;
    private final ModificationUseCases modifications;
    private final ReadNotices readNotices;
    private final WebhookUseCases webhooks;
    private final CreditUseCases credit;
    private final CarriageUseCases carriage;
    private final InterceptionUseCases interceptions;
    private final AfterSaleUseCases afterSale;
    private final RunOnce runOnce;
    private final HearProvider hearProvider;
    private final DispatchEvents dispatchEvents;

    Ordercore(OrdercoreBuilder builder, PaymentGateway gateway) {
        Store store = builder.store;
        // No store keeps more than microseconds, so nothing here sees more: what is saved reads back equal.
        Clock clock = new MicrosecondClock(builder.clock);
        SecureRandom random = new SecureRandom();
        Ids ids = builder.ids == null ? Ids.timeOrdered(clock, random) : builder.ids;
        OrderChanges changes =
                new OrderChanges(store.transactions(), store.orders(), store.stock(), store.payments(), clock, ids);
        this.orders = new OrderUseCases(store, changes, builder.terms, clock, ids);
        this.fulfilment = new FulfilmentUseCases(store, changes, builder.terms, clock);
        this.payments =
                new PaymentUseCases(store, gateway, builder.paymentCheck, builder.failureModes, changes, clock, ids);
        this.catalog = new CatalogUseCases(
                store.transactions(),
                store.offers(),
                store.stock(),
                store.sellers(),
                store.catalog(),
                store.offerFeed(),
                builder.reviewTerms,
                clock);
        this.stock = new StockUseCases(store.transactions(), store.stock());
        this.carriers = builder.carriers;
        ResendGoods resending = new ResendGoods(store, changes, builder.terms);
        this.incidents = new IncidentUseCases(
                store, changes, carriers, resending, builder.terms, builder.remedyPolicy, clock, ids);
        this.arrival = new ArrivalUseCases(store, clock);
        this.trackParcels = fulfilment.trackParcels(carriers, arrival.forecastArrival(), incidents.whenHeard());
        this.readNotices = store.notices()::inbox;
        this.webhooks = new WebhookUseCases(store, builder.webhookSender, builder.webhookThreads, clock, ids, random);
        this.runOnce = new RunOnceService(store.transactions(), store.commands(), clock);
        this.hearProvider = payments.hearProvider(builder.providerSecrets, runOnce);
        this.credit = new CreditUseCases(
                store, Categories.byAttribute(store.offers()), builder.outcomeTerms, builder.carriers, clock, ids);
        this.inspections = new InspectionUseCases(
                store,
                changes,
                builder.inspectionAgency,
                credit.inspectionListener(),
                credit.suppliers(),
                builder.switching,
                clock,
                ids,
                random);
        this.listings = new ListingUseCases(
                store.transactions(),
                store.catalog(),
                store.offers(),
                store.stock(),
                builder.pictures,
                builder.reviewTerms,
                holding(new HoldUnshipped(store.orders(), changes))
                        .andThen(inspections.listingReactions())
                        .andThen(builder.listingChanges),
                clock);
        this.watchReviews = listings.watchReviews(store.notices(), builder.overdueReviews, ids);
        this.carriage = new CarriageUseCases(store, carriers, builder.carrierPause, clock);
        this.interceptions = new InterceptionUseCases(
                store, changes, carriers, resending, builder.terms, builder.carrierPause, clock);
        this.afterSale =
                new AfterSaleUseCases(store, changes, builder.afterSalePolicy, builder.terms, resending, clock, ids);
        this.modifications = new ModificationUseCases(
                store,
                changes,
                payments.topUpOrder(),
                builder.modificationPolicies,
                new Tariff(builder.shippingRates, builder.taxRates),
                builder.parcels == null ? Parcels.tracked(store.parcels()) : builder.parcels,
                builder.terms,
                builder.modificationTerms,
                clock,
                ids);
        Map<String, OrderEventListener> listeners = new LinkedHashMap<>(builder.listeners);
        // What is promised when an order is confirmed is known before its parcel sets out.
        listeners.put("journeys", arrival.reactions());
        listeners.put("tracking", fulfilment.reactions(arrival.forecastArrival()));
        listeners.put("quality-inspection", inspections.reactions());
        listeners.put("merchant-credit", credit.reactions());
        listeners.put("modification", modifications.reactions());
        listeners.put("interception", interceptions.reactions());
        listeners.put("incident", incidents.reactions());
        listeners.put("carriage", carriage.reactions());
        listeners.put("vouchers", incidents.voucherReactions());
        listeners.put("webhooks", new WebhookReactions(store, clock, ids));
        this.dispatchEvents = orders.dispatchEvents(listeners);
    }

    /** What SUSPENDED means to orders that are not shipped yet, in the same transaction. */
    private static Consumer<ListingChanged> holding(HoldUnshipped unshipped) {
        return change -> {
            if (change.wasSuspended()) {
                unshipped.hold(change.after().merchant(), change.skusBefore());
            } else if (change.wasReinstated()) {
                unshipped.resolve(change.after().merchant(), change.skusBefore());
            }
        };
    }

    /** Starts wiring on a store. */
    public static OrdercoreBuilder on(Store store) {
        return new OrdercoreBuilder(store);
    }

    public OrderUseCases orders() {
        return orders;
    }

    public FulfilmentUseCases fulfilment() {
        return fulfilment;
    }

    public PaymentUseCases payments() {
        return payments;
    }

    public CatalogUseCases catalog() {
        return catalog;
    }

    public ListingUseCases listings() {
        return listings;
    }

    /** Holds the reviewers' desk to its target. */
    public WatchReviews watchReviews() {
        return watchReviews;
    }

    public StockUseCases stock() {
        return stock;
    }

    public InspectionUseCases inspections() {
        return inspections;
    }

    /** The inboxes of buyers and merchants. */
    public ReadNotices readNotices() {
        return readNotices;
    }

    /** Other systems that are told what happens. */
    public WebhookUseCases webhooks() {
        return webhooks;
    }

    /** What goes wrong on the way, and its remedies. */
    public IncidentUseCases incidents() {
        return incidents;
    }

    /** Carriers booked for what is packed. */
    public CarriageUseCases carriage() {
        return carriage;
    }

    /** When parcels arrive, by the platform's own experience. */
    public ArrivalUseCases arrival() {
        return arrival;
    }

    /** Where parcels are. */
    public TrackParcels trackParcels() {
        return trackParcels;
    }

    /** The carriers given to the builder. */
    public Carriers carriers() {
        return carriers;
    }

    public ModificationUseCases modifications() {
        return modifications;
    }

    public CreditUseCases credit() {
        return credit;
    }

    public AfterSaleUseCases afterSale() {
        return afterSale;
    }

    public InterceptionUseCases interceptions() {
        return interceptions;
    }

    /** Takes in the messages of payment providers. */
    public HearProvider hearProvider() {
        return hearProvider;
    }

    /** Runs write commands at most once per idempotency key. */
    public RunOnce runOnce() {
        return runOnce;
    }

    /** Tells the listeners given to the builder what happened. */
    public DispatchEvents dispatchEvents() {
        return dispatchEvents;
    }

    /**
     * Every use case by its in-port, for a container that hands them on: {@code PlacePurchase.class} leads to the same as {@code
     * orders().placePurchase()}. The value under a type is an instance of it.
     */
    public Map<Class<?>, Object> useCases() {
        return InPorts.of(this);
    }
}
