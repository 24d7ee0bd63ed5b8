package io.ordercore.domain.order;

import io.ordercore.domain.party.BuyerId;
import java.util.Comparator;
import java.util.List;
import org.joda.money.Money;

/** One checkout: the orders it became, by number. Its status follows from theirs. */
public record Purchase(PurchaseId id, List<Order> orders) {
    public Purchase {
        orders = orders.stream().sorted(Comparator.comparing(Order::id)).toList();
        if (orders.isEmpty()) {
            throw new IllegalArgumentException("a purchase has an order");
        }
    }

    public BuyerId buyer() {
        return orders.get(0).buyer();
    }

    public Money total() {
        return Money.total(orders.stream().map(Order::total).toList());
    }

    /** What the orders still waiting for payment cost. */
    public Money amountDue() {
        return orders.stream()
                .filter(order -> order.status() == OrderStatus.PENDING_PAYMENT)
                .map(Order::payable)
                .reduce(Money.zero(total().getCurrencyUnit()), Money::plus);
    }

    /** That of its least advanced order; expired or cancelled only when all of them are. */
    public OrderStatus status() {
        return orders.stream().map(Order::status).min(Comparator.naturalOrder()).orElseThrow();
    }
}
