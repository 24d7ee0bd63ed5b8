package io.ordercore.application.inspection;

import io.ordercore.application.Ids;
import io.ordercore.application.notice.Notices;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.application.order.Orders;
import io.ordercore.domain.inspection.CorrectiveAction;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.party.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells people about goods that failed: the merchant what it owes and until when; the buyers of what was shipped already, by how
 * grave it is. A critical defect is told to everybody who ever got the product, a major one until the order is closed to
 * returns, a minor one only while the parcel is under way.
 */
final class QualityNotices {
    private final Orders orders;
    private final Notices notices;
    private final Ids ids;

    QualityNotices(Orders orders, Notices notices, Ids ids) {
        this.orders = orders;
        this.notices = notices;
        this.ids = ids;
    }

    /** That the lot failed, or that it did not after all. */
    void tell(Rectification owed, Instant now) {
        boolean withdrawn = owed.outcome() == Rectification.Outcome.WITHDRAWN;
        tellMerchant(owed, withdrawn ? "rectification-withdrawn" : "rectification-opened", now);
        String code =
                "quality-" + (withdrawn ? "withdrawn" : owed.severity().name().toLowerCase(Locale.ROOT));
        for (OrderStatus status : concerned(owed.severity())) {
            OrderId after = null;
            List<Order> page;
            do {
                page = orders.list(query(owed, status, after));
                for (Order order : page) {
                    after = order.id();
                    if (hasShipped(order, owed)) {
                        tellBuyer(order, owed, code, now);
                    }
                }
            } while (page.size() == OrderQuery.LARGEST_PAGE);
        }
    }

    void overdue(Rectification late, Instant now) {
        tellMerchant(late, "rectification-overdue", now);
    }

    /** Tells the merchant what became of its corrective action, and why. */
    void decided(CorrectiveAction action, Instant now) {
        Actor by = action.decidedBy();
        String code = action.approvedAt() == null ? "correction-rejected" : "correction-approved";
        notices.tell(new Notice(
                ids.next(),
                Notice.Recipient.merchant(action.merchant().value()),
                code + "-" + action.sku() + "-" + action.number(),
                code,
                action.sku().value(),
                Map.of("sku", action.sku().value(), "because", by == null || by.reason() == null ? "" : by.reason()),
                now));
    }

    private static List<OrderStatus> concerned(DefectClass severity) {
        return switch (severity) {
            case CRITICAL -> List.of(OrderStatus.CONFIRMED, OrderStatus.COMPLETED, OrderStatus.CLOSED);
            case MAJOR -> List.of(OrderStatus.CONFIRMED, OrderStatus.COMPLETED);
            case MINOR -> List.of(OrderStatus.CONFIRMED);
        };
    }

    private static boolean hasShipped(Order order, Rectification failed) {
        return order.lines().stream()
                .anyMatch(
                        line -> line.sku().equals(failed.sku()) && line.ledger().get(Quantity.SHIPPED) > 0);
    }

    private void tellBuyer(Order order, Rectification failed, String code, Instant now) {
        notices.tell(new Notice(
                ids.next(),
                Notice.Recipient.buyer(order.buyer().value()),
                code + "-" + failed.id() + "-" + order.id(),
                code,
                order.id().toString(),
                Map.of("sku", failed.sku().value()),
                now));
    }

    private void tellMerchant(Rectification owed, String code, Instant now) {
        notices.tell(new Notice(
                ids.next(),
                Notice.Recipient.merchant(owed.merchant().value()),
                code + "-" + owed.id(),
                code,
                owed.sku().value(),
                Map.of(
                        "sku", owed.sku().value(),
                        "severity", owed.severity().name(),
                        "deadline", owed.deadline().toString()),
                now));
    }

    private static OrderQuery query(Rectification failed, OrderStatus status, @Nullable OrderId after) {
        return new OrderQuery(null, failed.merchant(), status, null, null, null, after, OrderQuery.LARGEST_PAGE);
    }
}
