package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.application.order.OrderIntake.PlacedOrder;
import io.ordercore.application.order.OrderIntake.PlacedPurchase;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Purchase;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;

/**
 * A purchase as it is shown.
 *
 * @param amountDue what its orders still waiting for payment cost
 * @param lowered when it was placed, lines that cost less than the buyer had seen: the lower price is charged
 */
@Schema(name = "Purchase")
record PurchaseView(
        String id, OrderStatus status, MoneyBody total, MoneyBody amountDue, List<Part> orders, List<Lowered> lowered) {

    /** One of its orders. */
    @Schema(name = "PurchaseOrder")
    record Part(String id, String merchant, OrderStatus status, MoneyBody total) {}

    /** A line, counted from 0, that became cheaper after the buyer saw it. */
    @Schema(name = "LoweredPrice")
    record Lowered(int line, String sku, MoneyBody seenPrice, MoneyBody unitPrice) {}

    static PurchaseView of(PlacedPurchase placed) {
        List<Part> parts = new ArrayList<>(placed.orders().size());
        for (PlacedOrder order : placed.orders()) {
            parts.add(new Part(
                    new OrderId(placed.id(), parts.size() + 1).toString(),
                    order.merchant().value(),
                    placed.status(),
                    MoneyBody.of(order.total())));
        }
        MoneyBody total = MoneyBody.of(placed.total());
        return new PurchaseView(placed.id().toString(), placed.status(), total, total, parts, lowered(placed));
    }

    static PurchaseView of(Purchase purchase) {
        Money due = purchase.amountDue();
        return new PurchaseView(
                purchase.id().toString(),
                purchase.status(),
                MoneyBody.of(purchase.total()),
                MoneyBody.of(due),
                purchase.orders().stream().map(PurchaseView::part).toList(),
                List.of());
    }

    private static List<Lowered> lowered(PlacedPurchase placed) {
        return placed.lowered().stream()
                .map(line -> new Lowered(
                        line.index(), line.sku().value(), MoneyBody.of(line.seen()), MoneyBody.of(line.charged())))
                .toList();
    }

    /** Rises with every change of an order. */
    static long version(Purchase purchase) {
        return purchase.orders().stream().mapToLong(Order::version).sum();
    }

    private static Part part(Order order) {
        return new Part(order.id().toString(), order.merchant().value(), order.status(), MoneyBody.of(order.total()));
    }
}
