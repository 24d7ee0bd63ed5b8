package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.request;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sells a buyer kettles at 99 yuan each, as a merchant with a credit to lose does. */
final class CreditShop {
    private final Ordercore core;
    private long commands;

    CreditShop(Ordercore core) {
        this.core = core;
    }

    OrderId paid() {
        PurchaseId purchase = admitted(1);
        core.payments().payPurchase().pay(new PayPurchase.Command(purchase, "tok_ok", key(), "pay", LI_HERSELF));
        OrderId order = new OrderId(purchase, 1);
        core.dispatchEvents().dispatch(1_000);
        return order;
    }

    void received(OrderId order) {
        shipped(order);
        core.orders().receiveOrder().receive(order, null, LI_HERSELF);
    }

    void shipped(OrderId order) {
        shippedBy("sf-express", order);
    }

    void shippedBy(String carrier, OrderId order) {
        FulfilmentId parcel = new FulfilmentId(order, 1);
        core.fulfilment().fulfilOrder().release(order, Map.of(), null, WAREHOUSE);
        core.fulfilment().fulfilOrder().pick(parcel, WAREHOUSE);
        core.fulfilment().fulfilOrder().pack(parcel, WAREHOUSE);
        core.fulfilment().fulfilOrder().handOver(parcel, carrier, "SF1234567890123", WAREHOUSE);
        core.fulfilment().fulfilOrder().deliver(parcel, WAREHOUSE);
    }

    PurchaseId admitted(int units) {
        OrderIntake.Admission admission = admission(units);
        if (admission instanceof OrderIntake.Placed placed) {
            return placed.purchase().id();
        }
        throw new AssertionError("not placed: " + admission);
    }

    int placed(int units, int times) {
        int placed = 0;
        for (int i = 0; i < times; i++) {
            placed += admission(units) instanceof OrderIntake.Placed ? 1 : 0;
        }
        return placed;
    }

    OrderIntake.Admission admission(int units) {
        try {
            return core.orders()
                    .placePurchase()
                    .place(new PlacePurchase.Command(
                            request(line("kettle", units, "99.00")), key(), "place", LI_HERSELF))
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("not admitted", e);
        }
    }

    CommandKey key() {
        commands++;
        return new CommandKey("li", "command-" + commands);
    }
}
