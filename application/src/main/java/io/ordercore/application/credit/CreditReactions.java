package io.ordercore.application.credit;

import io.ordercore.application.inspection.InspectionListener;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.Orders;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.Lane;
import io.ordercore.domain.credit.OrderFile;
import io.ordercore.domain.credit.Payout;
import io.ordercore.domain.credit.Problem;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.inspection.RectificationId;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What orders and inspections say about merchants: which event leads to which evidence. */
final class CreditReactions implements OrderEventListener, InspectionListener {
    /** Where goods leave from is not known yet; the lane is told by where they go. */
    private static final String ANYWHERE = "*";

    private static final int POINTS_FOR_BEING_OVERDUE = 3;

    private final Orders orders;
    private final Categories categories;
    private final OrderOutcomes outcomes;
    private final Learning learning;
    private final Payouts payouts;
    private final Clock clock;
    private final Map<OrderEventType, BiConsumer<OrderEvent, Instant>> reactions;

    CreditReactions(
            Orders orders,
            Categories categories,
            OrderOutcomes outcomes,
            Learning learning,
            Payouts payouts,
            Clock clock) {
        this.orders = orders;
        this.categories = categories;
        this.outcomes = outcomes;
        this.learning = learning;
        this.payouts = payouts;
        this.clock = clock;
        this.reactions = reactions();
    }

    @Override
    public void happened(List<OrderEvent> events) {
        Instant now = clock.instant();
        for (OrderEvent event : events) {
            BiConsumer<OrderEvent, Instant> reaction = reactions.get(event.type());
            if (reaction != null) {
                reaction.accept(event, now);
            }
        }
    }

    @Override
    public Set<OrderEventType> about() {
        return reactions.keySet();
    }

    /** What speaks of the merchant; all other events do not. */
    private Map<OrderEventType, BiConsumer<OrderEvent, Instant>> reactions() {
        Map<OrderEventType, BiConsumer<OrderEvent, Instant>> all = new EnumMap<>(OrderEventType.class);
        all.put(
                OrderEventType.CONFIRMED,
                (event, now) ->
                        orders.find(event.order()).ifPresent(order -> outcomes.open(opened(order, event.at()))));
        all.put(
                OrderEventType.HANDED_OVER,
                (event, now) -> outcomes.happened(event.order(), now, file -> file.handedOver(event.at())));
        all.put(
                OrderEventType.DELIVERED,
                (event, now) ->
                        outcomes.happened(event.order(), now, file -> file.delivered(event.at(), outcomes.terms())));
        all.put(OrderEventType.LINES_CANCELLED, this::cancelledInPart);
        all.put(OrderEventType.CANCELLED, (event, now) -> {
            Problem problem = cancelledBy(event.actor().role());
            outcomes.happened(event.order(), now, file -> file.troubled(problem).closed(event.at()));
        });
        all.put(
                OrderEventType.CLOSED,
                (event, now) -> outcomes.happened(event.order(), now, file -> file.closed(event.at())));
        all.put(
                OrderEventType.COMPLETED,
                (event, now) -> orders.find(event.order()).ifPresent(order -> owe(order, event.at(), now)));
        return all;
    }

    /** Some units: the merchant did not deliver what it sold. A buyer who wants fewer says nothing about it. */
    private void cancelledInPart(OrderEvent event, Instant now) {
        if (event.actor().role() == Role.MERCHANT) {
            outcomes.happened(event.order(), now, file -> file.troubled(Problem.CANCELLED_BY_MERCHANT));
        }
    }

    private static Problem cancelledBy(Role role) {
        return switch (role) {
            case MERCHANT, WAREHOUSE -> Problem.CANCELLED_BY_MERCHANT;
            case BUYER, AGENT -> Problem.CANCELLED_BY_BUYER;
            case REVIEWER, INSPECTOR, OPERATOR, CARRIER, SYSTEM -> Problem.CANCELLED_BY_PLATFORM;
        };
    }

    private OrderFile opened(Order order, Instant paidAt) {
        Address address = order.recipient().address();
        return OrderFile.opened(
                order.id(),
                order.merchant(),
                order.snapshot().placedAt(),
                paidAt,
                categories.of(order.lines().get(0).sku()),
                new Lane(ANYWHERE, address.country() + "-" + address.region()));
    }

    private void owe(Order order, Instant completedAt, Instant now) {
        int days = learning.load(order.merchant(), now).terms(now).settlementDays();
        payouts.owe(Payout.owed(
                order.id(), order.merchant(), order.payable(), completedAt, completedAt.plus(Duration.ofDays(days))));
    }

    /** A correction counts as if it had been the report: from the report's day on. */
    @Override
    public void judged(Inspection inspection, boolean discontinued) {
        Instant now = clock.instant();
        MerchantId merchant = inspection.lot().merchant();
        if (inspection.lot().original()) {
            int entries = inspection.entries().size();
            LocalDate day = Learning.day(inspection.entries().get(0).takenAt());
            Evidence judged = new Evidence.LotJudged(lot(inspection, entries), day, inspection.isAccepted());
            if (entries == 1) {
                learning.learn(merchant, judged, now);
            } else {
                learning.corrected(merchant, lot(inspection, entries - 1), judged, now);
            }
        }
        learning.discontinued(merchant, discontinued, now);
    }

    @Override
    public void resumed(MerchantId merchant, boolean discontinued) {
        learning.discontinued(merchant, discontinued, clock.instant());
    }

    private static String lot(Inspection inspection, int entry) {
        return "lot-" + new RectificationId(inspection.id(), entry);
    }

    @Override
    public void withdrawn(Rectification rectification) {
        learning.corrected(rectification.merchant(), overdueId(rectification), null, clock.instant());
    }

    @Override
    public void overdue(Rectification rectification) {
        Instant now = clock.instant();
        learning.learn(
                rectification.merchant(),
                new Evidence.PolicyPoints(overdueId(rectification), Learning.day(now), POINTS_FOR_BEING_OVERDUE),
                now);
    }

    private static String overdueId(Rectification rectification) {
        return "rectification-overdue-" + rectification.id();
    }
}
