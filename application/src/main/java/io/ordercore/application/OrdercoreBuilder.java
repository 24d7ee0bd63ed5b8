package io.ordercore.application;

import io.ordercore.application.catalog.listing.ListingChanged;
import io.ordercore.application.catalog.listing.PictureProbe;
import io.ordercore.application.catalog.listing.ReviewTerms;
import io.ordercore.application.catalog.listing.WatchReviews;
import io.ordercore.application.inspection.InspectionAgency;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.modification.ModificationPolicies;
import io.ordercore.application.modification.ModificationTerms;
import io.ordercore.application.modification.Parcels;
import io.ordercore.application.notice.webhook.WebhookSender;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.payment.FailureModes;
import io.ordercore.application.payment.PaymentCheck;
import io.ordercore.application.payment.PaymentGateway;
import io.ordercore.application.payment.ProviderSecrets;
import io.ordercore.domain.aftersale.AfterSalePolicy;
import io.ordercore.domain.credit.OutcomeTerms;
import io.ordercore.domain.inspection.Switching;
import io.ordercore.domain.logistics.incident.RemedyPolicy;
import io.ordercore.domain.modification.ShippingRates;
import io.ordercore.domain.modification.TaxRates;
import io.ordercore.domain.order.OrderTerms;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what an {@link Ordercore} needs. Only the payment gateway has no default. */
public final class OrdercoreBuilder {
    final Store store;
    final Map<String, OrderEventListener> listeners = new LinkedHashMap<>();
    private @Nullable PaymentGateway gateway;
    PaymentCheck paymentCheck = PaymentCheck.NONE;
    FailureModes failureModes = FailureModes.STANDARD;
    Clock clock = Clock.systemUTC();

    @Nullable
    Ids ids;

    OrderTerms terms = OrderTerms.STANDARD;
    InspectionAgency inspectionAgency = InspectionAgency.NONE;
    OutcomeTerms outcomeTerms = OutcomeTerms.STANDARD;
    Switching switching = Switching.BY_SCORE;
    Carriers carriers = new Carriers(List.of());
    ModificationPolicies modificationPolicies = ModificationPolicies.STANDARD;
    ModificationTerms modificationTerms = ModificationTerms.STANDARD;
    ShippingRates shippingRates = ShippingRates.FREE;
    TaxRates taxRates = TaxRates.STANDARD;

    @Nullable
    Parcels parcels;

    PictureProbe pictures = PictureProbe.BLIND;
    ReviewTerms reviewTerms = ReviewTerms.STANDARD;
    Consumer<ListingChanged> listingChanges = change -> {};
    Consumer<WatchReviews.Overdue> overdueReviews = late -> {};
    AfterSalePolicy afterSalePolicy = AfterSalePolicy.STANDARD;
    WebhookSender webhookSender = WebhookSender.NONE;
    Executor webhookThreads = Runnable::run;
    RemedyPolicy remedyPolicy = RemedyPolicy.STANDARD;
    Duration carrierPause = Duration.ofMinutes(10);
    ProviderSecrets providerSecrets = ProviderSecrets.NONE;

    OrdercoreBuilder(Store store) {
        this.store = store;
    }

    public OrdercoreBuilder payments(PaymentGateway provider) {
        this.gateway = provider;
        return this;
    }

    /**
     * Who is asked before the provider is, and per operation what happens while nobody answers; {@link PaymentCheck#NONE} and
     * {@link FailureModes#STANDARD} unless set.
     */
    public OrdercoreBuilder paymentCheck(PaymentCheck check, FailureModes whileSilent) {
        this.paymentCheck = check;
        this.failureModes = whileSilent;
        return this;
    }

    /** UTC of the machine unless set. */
    public OrdercoreBuilder clock(Clock source) {
        this.clock = source;
        return this;
    }

    /** Time-ordered UUIDs unless set. */
    public OrdercoreBuilder ids(Ids source) {
        this.ids = source;
        return this;
    }

    /** {@link OrderTerms#STANDARD} unless set. */
    public OrdercoreBuilder terms(OrderTerms periods) {
        this.terms = periods;
        return this;
    }

    /** {@link Switching#BY_SCORE} (ISO 2859-1) unless set; {@link Switching#BY_TEN_LOTS} is MIL-STD-105E's. */
    public OrdercoreBuilder switching(Switching rule) {
        this.switching = rule;
        return this;
    }

    /** {@link OutcomeTerms#STANDARD} unless set: what is late, and when an order counts for its merchant's credit. */
    public OrdercoreBuilder outcomeTerms(OutcomeTerms limits) {
        this.outcomeTerms = limits;
        return this;
    }

    /** How agencies are told of inspections; {@link InspectionAgency#NONE} unless set. */
    public OrdercoreBuilder inspectionAgency(InspectionAgency gateway) {
        this.inspectionAgency = gateway;
        return this;
    }

    /** None unless set. */
    public OrdercoreBuilder carriers(Carriers connected) {
        this.carriers = connected;
        return this;
    }

    /** {@link ModificationPolicies#STANDARD} and {@link ModificationTerms#STANDARD} unless set. */
    public OrdercoreBuilder modifications(ModificationPolicies policies, ModificationTerms periods) {
        this.modificationPolicies = policies;
        this.modificationTerms = periods;
        return this;
    }

    /** What delivery costs when an order goes elsewhere; {@link ShippingRates#FREE} unless set. */
    public OrdercoreBuilder shippingRates(ShippingRates rates) {
        this.shippingRates = rates;
        return this;
    }

    /** What of a price is tax; {@link TaxRates#STANDARD} unless set. */
    public OrdercoreBuilder taxRates(TaxRates rates) {
        this.taxRates = rates;
        return this;
    }

    /** {@link AfterSalePolicy#STANDARD} unless set. */
    public OrdercoreBuilder afterSale(AfterSalePolicy policy) {
        this.afterSalePolicy = policy;
        return this;
    }

    /** How webhooks are sent, and on which threads; {@link WebhookSender#NONE}, on the caller's, unless set. */
    public OrdercoreBuilder webhooks(WebhookSender sender, Executor threads) {
        this.webhookSender = sender;
        this.webhookThreads = threads;
        return this;
    }

    /** {@link RemedyPolicy#STANDARD} unless set. */
    public OrdercoreBuilder remedies(RemedyPolicy policy) {
        this.remedyPolicy = policy;
        return this;
    }

    /** How long a carrier is left in peace between two questions about a parcel; 10 minutes unless set. */
    public OrdercoreBuilder carrierPause(Duration between) {
        this.carrierPause = between;
        return this;
    }

    /** Who knows where parcels are and when a packed one is out of reach; what carriers said unless set. */
    public OrdercoreBuilder parcels(Parcels tracked) {
        this.parcels = tracked;
        return this;
    }

    /** With what payment providers sign their messages; {@link ProviderSecrets#NONE} unless set. */
    public OrdercoreBuilder providerSecrets(ProviderSecrets known) {
        this.providerSecrets = known;
        return this;
    }

    /** Adds a listener under the name its place in the event feed is kept by; the name must not change later. */
    public OrdercoreBuilder tell(String name, OrderEventListener listener) {
        listeners.put(name, listener);
        return this;
    }

    /** Looks at pictures of listings; unless set, every picture goes to a reviewer's eyes. */
    public OrdercoreBuilder pictures(PictureProbe probe) {
        this.pictures = probe;
        return this;
    }

    /** {@link ReviewTerms#STANDARD} unless set. */
    public OrdercoreBuilder reviewTerms(ReviewTerms periods) {
        this.reviewTerms = periods;
        return this;
    }

    /** Told of every change to a listing, in the transaction that stores it. */
    public OrdercoreBuilder tellOfListings(Consumer<ListingChanged> listener) {
        this.listingChanges = listingChanges.andThen(listener);
        return this;
    }

    /** Told of every review that takes longer than it should, once, in the transaction that marks it. */
    public OrdercoreBuilder tellOfOverdueReviews(Consumer<WatchReviews.Overdue> listener) {
        this.overdueReviews = overdueReviews.andThen(listener);
        return this;
    }

    public Ordercore build() {
        return new Ordercore(this, Objects.requireNonNull(gateway, "a payment gateway"));
    }
}
