package io.ordercore.application.inspection;

import io.ordercore.application.catalog.Offers;
import io.ordercore.application.catalog.listing.ListingChanged;
import io.ordercore.application.catalog.listing.Listings;
import io.ordercore.application.order.HoldUnshipped;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.application.order.Orders;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.listing.RevisionStatus;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.InspectionState;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.inspection.RectificationId;
import io.ordercore.domain.inspection.Rectifications;
import io.ordercore.domain.inspection.SwitchingScheme;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Takes a product off sale and puts it back, in the running transaction: the offer, the orders that are not shipped, the case.
 * An order placed in the very moment of suspension is caught by {@link InspectionReactions}.
 */
final class Suspension {
    private static final Actor PLATFORM = Actor.system("quality-inspection");
    private static final String REASON = "inspection-not-accepted";

    private final Inspections inspections;
    private final CorrectiveActions actions;
    private final SwitchingScheme scheme;
    private final Offers offers;
    private final Listings listings;
    private final Orders orders;
    private final OrderChanges changes;

    Suspension(
            Inspections inspections,
            CorrectiveActions actions,
            SwitchingScheme scheme,
            Offers offers,
            Listings listings,
            Orders orders,
            OrderChanges changes) {
        this.inspections = inspections;
        this.actions = actions;
        this.scheme = scheme;
        this.offers = offers;
        this.listings = listings;
        this.orders = orders;
        this.changes = changes;
    }

    Optional<Rectification> openCase(Sku sku) {
        return inspections.rectifications(sku).stream()
                .filter(Rectification::isOpen)
                .findFirst();
    }

    /** Where a product stands in the switching scheme. */
    Map<DefectClass, InspectionState> states(Sku sku) {
        return scheme.states(inspections.of(sku), actions.of(sku));
    }

    /** Whether a product of the merchant's is discontinued; then it has an open rectification. */
    boolean isDiscontinued(MerchantId merchant) {
        return inspections.openRectifications(merchant).stream()
                .anyMatch(open -> states(open.sku()).containsValue(InspectionState.DISCONTINUED));
    }

    /** Lets a product be on sale or not as its agencies' last words have it; answers the cases withdrawn by that. */
    List<Rectification> settle(MerchantId merchant, Sku sku) {
        Map<RectificationId, Rectification> stored = new HashMap<>();
        inspections.rectifications(sku).forEach(known -> stored.put(known.id(), known));
        boolean wasHeld = stored.values().stream().anyMatch(Rectification::isOpen);
        boolean isHeld = false;
        List<Rectification> withdrawn = new ArrayList<>();
        for (Rectification due : Rectifications.of(inspections.of(sku), actions.of(sku), scheme)) {
            Rectification known = stored.get(due.id());
            isHeld = due.isOpen();
            if (known == null || (known.isOpen() && !isHeld)) {
                inspections.save(due);
                if (known != null && due.outcome() == Rectification.Outcome.WITHDRAWN) {
                    withdrawn.add(due);
                }
            }
        }
        if (isHeld) {
            orderable(sku, false);
            forEachUnshipped(merchant, sku, Suspension::held);
        } else if (wasHeld) {
            orderable(sku, true);
            Set<Sku> failed = inspections.underRectification();
            Set<Sku> suspended = inSuspendedListings(merchant);
            forEachUnshipped(merchant, sku, (order, at) -> released(order, failed, suspended, at));
        }
        return withdrawn;
    }

    /**
     * Holds what was placed, and told of, while the suspension was not committed: neither saw the other. Once it is committed
     * {@link #holdSuspended} sees it.
     */
    void holdLatecomers(Rectification failed) {
        if (inspections.underRectification().contains(failed.sku())) {
            forEachUnshipped(failed.merchant(), failed.sku(), Suspension::held);
        }
    }

    /** Holds those of some orders that have something off sale by an inspection in them. Nearly always nothing is. */
    void holdSuspended(List<OrderId> placed) {
        Set<Sku> offSale = inspections.underRectification();
        if (offSale.isEmpty()) {
            return;
        }
        for (OrderId id : placed) {
            if (orders.find(id).filter(order -> hasAny(order, offSale)).isPresent()) {
                changes.change(id, null, Suspension::held);
            }
        }
    }

    private static OrderDecision held(Order order, Instant now) {
        return isHeld(order)
                ? OrderDecision.Refused.because(OrderRefusal.ON_HOLD)
                : order.hold(Hold.of(Hold.Type.QUALITY, REASON, now), PLATFORM, now);
    }

    /** Unless something else in it failed; what is in a suspended listing goes on waiting for that. */
    private static OrderDecision released(Order order, Set<Sku> failed, Set<Sku> suspended, Instant now) {
        if (!isHeld(order) || hasAny(order, failed)) {
            return OrderDecision.Refused.because(OrderRefusal.ON_HOLD);
        }
        return hasAny(order, suspended)
                ? order.hold(Hold.of(Hold.Type.QUALITY, HoldUnshipped.REASON, now), PLATFORM, now)
                : order.resolveHold(Hold.Type.QUALITY, PLATFORM, now);
    }

    private Set<Sku> inSuspendedListings(MerchantId merchant) {
        Set<Sku> found = new HashSet<>();
        ListingId after = null;
        List<Listing> page;
        do {
            page = listings.list(merchant, after, OrderQuery.LARGEST_PAGE);
            for (Listing listing : page) {
                after = listing.id();
                Revision live = listing.live();
                if (live != null && live.status() == RevisionStatus.SUSPENDED) {
                    live.content().variants().forEach(variant -> found.add(variant.sku()));
                }
            }
        } while (page.size() == OrderQuery.LARGEST_PAGE);
        return found;
    }

    /** A listing that comes on sale does not bring back what an inspection took off it. */
    void keepOffSale(ListingChanged change) {
        Revision live = change.after().live();
        if (live == null || !change.wentOnSale()) {
            return;
        }
        Set<Sku> failed = inspections.underRectification();
        live.content().variants().stream()
                .map(Variant::sku)
                .filter(failed::contains)
                .forEach(sku -> orderable(sku, false));
    }

    private static boolean isHeld(Order order) {
        return order.holds().stream()
                .anyMatch(hold ->
                        hold.type() == Hold.Type.QUALITY && hold.reason().equals(REASON));
    }

    private static boolean hasAny(Order order, Set<Sku> skus) {
        return order.lines().stream().anyMatch(line -> skus.contains(line.sku()));
    }

    private void orderable(Sku sku, boolean orderable) {
        offers.find(sku)
                .filter(offer -> offer.orderable() != orderable)
                .filter(offer -> !orderable || listings.sells(sku))
                .ifPresent(offer -> offers.save(new Offer(
                        offer.sku(),
                        offer.merchant(),
                        offer.title(),
                        offer.attributes(),
                        offer.price(),
                        orderable,
                        offer.version() + 1)));
    }

    private void forEachUnshipped(MerchantId merchant, Sku sku, BiFunction<Order, Instant, OrderDecision> change) {
        HoldUnshipped.unshipped(orders, merchant, Set.of(sku))
                .forEach(order -> changes.change(order.id(), null, change));
    }
}
