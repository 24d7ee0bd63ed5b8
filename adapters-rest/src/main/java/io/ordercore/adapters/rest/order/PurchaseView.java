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
 */
@Schema(name = "Purchase")
record PurchaseView(String id, OrderStatus status, MoneyBody total, MoneyBody amountDue, List<Part> orders) {

    /** One of its orders. */
    @Schema(name = "PurchaseOrder")
    record Part(String id, String merchant, OrderStatus status, MoneyBody total) {}

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
        return new PurchaseView(placed.id().toString(), placed.status(), total, total, parts);
    }

    static PurchaseView of(Purchase purchase) {
        Money due = purchase.amountDue();
        return new PurchaseView(
                purchase.id().toString(),
                purchase.status(),
                MoneyBody.of(purchase.total()),
                MoneyBody.of(due),
                purchase.orders().stream().map(PurchaseView::part).toList());
    }

    /** Rises with every change of an order. */
    static long version(Purchase purchase) {
        return purchase.orders().stream().mapToLong(Order::version).sum();
    }

    private static Part part(Order order) {
        return new Part(order.id().toString(), order.merchant().value(), order.status(), MoneyBody.of(order.total()));
    }
}
