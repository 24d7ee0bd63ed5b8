package io.ordercore.application;

import io.ordercore.application.aftersale.AfterSaleUseCases;
import io.ordercore.application.catalog.CatalogUseCases;
import io.ordercore.application.catalog.listing.ListingChanged;
import io.ordercore.application.catalog.listing.ListingUseCases;
import io.ordercore.application.catalog.listing.PictureProbe;
import io.ordercore.application.catalog.listing.ReviewTerms;
import io.ordercore.application.catalog.listing.WatchReviews;
import io.ordercore.application.credit.Categories;
import io.ordercore.application.credit.CreditUseCases;
import io.ordercore.application.inspection.InspectionAgency;
import io.ordercore.application.inspection.InspectionUseCases;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.FulfilmentUseCases;
import io.ordercore.application.logistics.TrackParcels;
import io.ordercore.application.logistics.arrival.ArrivalUseCases;
import io.ordercore.application.logistics.carriage.CarriageUseCases;
import io.ordercore.application.logistics.incident.IncidentUseCases;
import io.ordercore.application.logistics.intercept.InterceptionUseCases;
import io.ordercore.application.modification.ModificationPolicies;
import io.ordercore.application.modification.ModificationTerms;
import io.ordercore.application.modification.ModificationUseCases;
import io.ordercore.application.modification.Parcels;
import io.ordercore.application.notice.ReadNotices;
import io.ordercore.application.notice.webhook.WebhookReactions;
import io.ordercore.application.notice.webhook.WebhookSender;
import io.ordercore.application.notice.webhook.WebhookUseCases;
import io.ordercore.application.order.DispatchEvents;
import io.ordercore.application.order.HoldUnshipped;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.OrderUseCases;
import io.ordercore.application.order.ResendGoods;
import io.ordercore.application.payment.FailureModes;
import io.ordercore.application.payment.HearProvider;
import io.ordercore.application.payment.PaymentCheck;
import io.ordercore.application.payment.PaymentGateway;
import io.ordercore.application.payment.PaymentUseCases;
import io.ordercore.application.payment.ProviderSecrets;
import io.ordercore.application.stock.StockUseCases;
import io.ordercore.domain.aftersale.AfterSalePolicy;
import io.ordercore.domain.credit.OutcomeTerms;
import io.ordercore.domain.inspection.Switching;
import io.ordercore.domain.logistics.incident.RemedyPolicy;
import io.ordercore.domain.modification.ShippingRates;
import io.ordercore.domain.modification.Tariff;
import io.ordercore.domain.modification.TaxRates;
import io.ordercore.domain.order.OrderTerms;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    private Ordercore(Builder builder, PaymentGateway gateway) {
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
    public static Builder on(Store store) {
        return new Builder(store);
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

    /** Collects what an order core needs. Only the payment gateway has no default. */
    public static final class Builder {
        private final Store store;
        private final Map<String, OrderEventListener> listeners = new LinkedHashMap<>();
        private @Nullable PaymentGateway gateway;
        private PaymentCheck paymentCheck = PaymentCheck.NONE;
        private FailureModes failureModes = FailureModes.STANDARD;
        private Clock clock = Clock.systemUTC();
        private @Nullable Ids ids;
        private OrderTerms terms = OrderTerms.STANDARD;
        private InspectionAgency inspectionAgency = InspectionAgency.NONE;
        private OutcomeTerms outcomeTerms = OutcomeTerms.STANDARD;
        private Switching switching = Switching.BY_SCORE;
        private Carriers carriers = new Carriers(List.of());
        private ModificationPolicies modificationPolicies = ModificationPolicies.STANDARD;
        private ModificationTerms modificationTerms = ModificationTerms.STANDARD;
        private ShippingRates shippingRates = ShippingRates.FREE;
        private TaxRates taxRates = TaxRates.STANDARD;
        private @Nullable Parcels parcels;
        private PictureProbe pictures = PictureProbe.BLIND;
        private ReviewTerms reviewTerms = ReviewTerms.STANDARD;
        private Consumer<ListingChanged> listingChanges = change -> {};
        private Consumer<WatchReviews.Overdue> overdueReviews = late -> {};
        private AfterSalePolicy afterSalePolicy = AfterSalePolicy.STANDARD;
        private WebhookSender webhookSender = WebhookSender.NONE;
        private Executor webhookThreads = Runnable::run;
        private RemedyPolicy remedyPolicy = RemedyPolicy.STANDARD;
        private Duration carrierPause = Duration.ofMinutes(10);
        private ProviderSecrets providerSecrets = ProviderSecrets.NONE;

        private Builder(Store store) {
            this.store = store;
        }

        public Builder payments(PaymentGateway provider) {
            this.gateway = provider;
            return this;
        }

        /**
         * Who is asked before the provider is, and per operation what happens while nobody answers; {@link PaymentCheck#NONE} and
         * {@link FailureModes#STANDARD} unless set.
         */
        public Builder paymentCheck(PaymentCheck check, FailureModes whileSilent) {
            this.paymentCheck = check;
            this.failureModes = whileSilent;
            return this;
        }

        /** UTC of the machine unless set. */
        public Builder clock(Clock source) {
            this.clock = source;
            return this;
        }

        /** Time-ordered UUIDs unless set. */
        public Builder ids(Ids source) {
            this.ids = source;
            return this;
        }

        /** {@link OrderTerms#STANDARD} unless set. */
        public Builder terms(OrderTerms periods) {
            this.terms = periods;
            return this;
        }

        /** {@link Switching#BY_SCORE} (ISO 2859-1) unless set; {@link Switching#BY_TEN_LOTS} is MIL-STD-105E's. */
        public Builder switching(Switching rule) {
            this.switching = rule;
            return this;
        }

        /** {@link OutcomeTerms#STANDARD} unless set: what is late, and when an order counts for its merchant's credit. */
        public Builder outcomeTerms(OutcomeTerms limits) {
            this.outcomeTerms = limits;
            return this;
        }

        /** How agencies are told of inspections; {@link InspectionAgency#NONE} unless set. */
        public Builder inspectionAgency(InspectionAgency gateway) {
            this.inspectionAgency = gateway;
            return this;
        }

        /** None unless set. */
        public Builder carriers(Carriers connected) {
            this.carriers = connected;
            return this;
        }

        /** {@link ModificationPolicies#STANDARD} and {@link ModificationTerms#STANDARD} unless set. */
        public Builder modifications(ModificationPolicies policies, ModificationTerms periods) {
            this.modificationPolicies = policies;
            this.modificationTerms = periods;
            return this;
        }

        /** What delivery costs when an order goes elsewhere; {@link ShippingRates#FREE} unless set. */
        public Builder shippingRates(ShippingRates rates) {
            this.shippingRates = rates;
            return this;
        }

        /** What of a price is tax; {@link TaxRates#STANDARD} unless set. */
        public Builder taxRates(TaxRates rates) {
            this.taxRates = rates;
            return this;
        }

        /** {@link AfterSalePolicy#STANDARD} unless set. */
        public Builder afterSale(AfterSalePolicy policy) {
            this.afterSalePolicy = policy;
            return this;
        }

        /** How webhooks are sent, and on which threads; {@link WebhookSender#NONE}, on the caller's, unless set. */
        public Builder webhooks(WebhookSender sender, Executor threads) {
            this.webhookSender = sender;
            this.webhookThreads = threads;
            return this;
        }

        /** {@link RemedyPolicy#STANDARD} unless set. */
        public Builder remedies(RemedyPolicy policy) {
            this.remedyPolicy = policy;
            return this;
        }

        /** How long a carrier is left in peace between two questions about a parcel; 10 minutes unless set. */
        public Builder carrierPause(Duration between) {
            this.carrierPause = between;
            return this;
        }

        /** Who knows where parcels are and when a packed one is out of reach; what carriers said unless set. */
        public Builder parcels(Parcels tracked) {
            this.parcels = tracked;
            return this;
        }

        /** With what payment providers sign their messages; {@link ProviderSecrets#NONE} unless set. */
        public Builder providerSecrets(ProviderSecrets known) {
            this.providerSecrets = known;
            return this;
        }

        /** Adds a listener under the name its place in the event feed is kept by; the name must not change later. */
        public Builder tell(String name, OrderEventListener listener) {
            listeners.put(name, listener);
            return this;
        }

        /** Looks at pictures of listings; unless set, every picture goes to a reviewer's eyes. */
        public Builder pictures(PictureProbe probe) {
            this.pictures = probe;
            return this;
        }

        /** {@link ReviewTerms#STANDARD} unless set. */
        public Builder reviewTerms(ReviewTerms periods) {
            this.reviewTerms = periods;
            return this;
        }

        /** Told of every change to a listing, in the transaction that stores it. */
        public Builder tellOfListings(Consumer<ListingChanged> listener) {
            this.listingChanges = listingChanges.andThen(listener);
            return this;
        }

        /** Told of every review that takes longer than it should, once, in the transaction that marks it. */
        public Builder tellOfOverdueReviews(Consumer<WatchReviews.Overdue> listener) {
            this.overdueReviews = overdueReviews.andThen(listener);
            return this;
        }

        public Ordercore build() {
            return new Ordercore(this, Objects.requireNonNull(gateway, "a payment gateway"));
        }
    }
}
