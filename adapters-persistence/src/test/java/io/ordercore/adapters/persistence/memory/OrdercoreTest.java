package io.ordercore.adapters.persistence.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.Ordercore;
import io.ordercore.application.OrdercoreBuilder;
import io.ordercore.application.RunOnce;
import io.ordercore.application.Store;
import io.ordercore.application.order.DispatchEvents;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.application.stock.ManageStock;
import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OrdercoreTest {
    private final Ordercore core = Ordercore.on(new MemoryStore())
            .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges")))
            .build();

    @Test
    void it_hands_out_every_use_case_by_its_in_port() {
        assertThat(core.useCases())
                .containsKeys(
                        PlacePurchase.class, PayPurchase.class, ManageStock.class, RunOnce.class, DispatchEvents.class)
                .doesNotContainKey(OrderEventListener.class)
                .doesNotContainKey(Store.class)
                .allSatisfy((port, useCase) -> assertThat(useCase).isInstanceOf(port));
    }

    @Test
    void without_a_payment_gateway_there_is_none() {
        OrdercoreBuilder builder = Ordercore.on(new MemoryStore());
        assertThatThrownBy(builder::build).hasMessage("a payment gateway");
    }
}
