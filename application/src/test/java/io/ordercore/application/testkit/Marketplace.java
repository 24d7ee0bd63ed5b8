package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.offer;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static io.ordercore.domain.testkit.Fixtures.request;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Store;
import io.ordercore.application.order.OrderIntake.Admission;
import io.ordercore.application.order.OrderIntake.Intake;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.listing.RevisionStatus;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockItem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A store with goods in it, and the shortest way to place and change orders for them. */
public final class Marketplace {
    private final Store store;

    public Marketplace(Store store) {
        this.store = store;
    }

    public Marketplace sells(String sku, String price, long units) {
        return sells(sku, TEA_HOUSE, price, units);
    }

    public Marketplace sells(String sku, MerchantId merchant, String price, long units) {
        list(store, offer(sku, merchant, price));
        store.stock().count(new StockItem(new Sku(sku), merchant, units, 0, 1));
        return this;
    }

    /** Lists goods that were reviewed, and offers them. */
    public static void list(Store store, Offer offer) {
        ListingContent content = ListingContent.titled(offer.title())
                .withVariants(List.of(new Variant(offer.sku(), "", "", offer.price(), 0)));
        Revision live =
                new Revision(1, RevisionStatus.PUBLISHED, content, null, List.of("rita"), null, TUESDAY_MORNING);
        ListingId id = new ListingId(offer.sku().value());
        store.transactions().run(() -> {
            store.catalog().listings().save(List.of(new Listing(id, offer.merchant(), live, null, 1)));
            store.offers().save(offer);
        });
    }

    /** The n-th purchase of a test, under the n-th key. */
    public static Intake intake(long n, PurchaseRequest request) {
        return new Intake(
                purchase(n),
                request,
                new CommandKey("li", "key-" + n),
                "fingerprint-" + n,
                LI_HERSELF,
                TUESDAY_MORNING,
                TUESDAY_MORNING.plus(OrderTerms.STANDARD.payWithin()));
    }

    public Admission admit(Intake intake) {
        try {
            return store.intake().admit(intake).toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("not admitted", e);
        }
    }

    /** Places the n-th purchase and answers its first order. */
    public Order place(long n, PurchaseLine... lines) {
        admit(intake(n, request(lines)));
        return store.orders().find(new OrderId(purchase(n), 1)).orElseThrow();
    }

    /** What is decided when an order is cancelled wholly; not stored yet. */
    public static OrderDecision.Changed cancelled(Order order) {
        return changed(order.cancel(Map.of(), LI_HERSELF.because("changed-mind"), TUESDAY_MORNING.plusSeconds(60)));
    }

    public static OrderDecision.Changed confirmed(Order order) {
        return changed(order.confirm(order.payable(), LI_HERSELF, TUESDAY_MORNING.plusSeconds(30)));
    }

    public static OrderDecision.Changed changed(OrderDecision decision) {
        return decision.decide(new OrderDecision.Cases<>() {
            @Override
            public OrderDecision.Changed changed(OrderDecision.Changed it) {
                return it;
            }

            @Override
            public OrderDecision.Changed refused(OrderDecision.Refused it) {
                throw new AssertionError("refused: " + it.reasons());
            }
        });
    }

    /** Stores a decision with what follows for the stock. */
    public Order save(OrderDecision.Changed changed) {
        store.transactions().run(() -> {
            store.orders().save(changed);
            store.stock().apply(changed.stock());
        });
        return changed.order();
    }

    public long reserved(String sku) {
        return store.stock().find(new Sku(sku)).orElseThrow().reserved();
    }
}
