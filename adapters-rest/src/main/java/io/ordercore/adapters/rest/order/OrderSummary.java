package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.domain.order.FulfilmentStatus;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.PaymentStatus;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order as it stands in a list: no personal data. */
@Schema(name = "OrderSummary")
record OrderSummary(
        String id,
        String purchase,
        String buyer,
        String merchant,
        OrderStatus status,
        PaymentStatus paymentStatus,
        FulfilmentStatus fulfilmentStatus,
        MoneyBody total,
        Instant placedAt,
        long version) {

    static OrderSummary of(Order order) {
        return new OrderSummary(
                order.id().toString(),
                order.id().purchase().toString(),
                order.buyer().value(),
                order.merchant().value(),
                order.status(),
                order.paymentStatus(),
                order.fulfilmentStatus(),
                MoneyBody.of(order.total()),
                order.snapshot().placedAt(),
                order.version());
    }
}
