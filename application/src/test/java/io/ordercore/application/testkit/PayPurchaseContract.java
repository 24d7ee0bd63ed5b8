package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.Store;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentRefusal;
import io.ordercore.domain.payment.TransactionId;
import java.net.URI;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paying on any store, while somebody else pays for the same purchase. */
public abstract class PayPurchaseContract extends StoreContract {
    @BeforeEach
    void openTheShop() {
        marketplace.sells("blue-kettle", "99.00", 100);
    }

    @Test
    void what_the_same_command_began_in_between_is_answered() {
        Order order = marketplace.place(1, line("blue-kettle", 1, "99.00"));
        MeddledStore meddled = MeddledStore.before("claim", () -> pay(store, order, "key"));
        assertThat(pay(meddled.on(store), order, "key")).isEqualTo("tried");
        assertThat(meddled.hasMeddled()).isTrue();
        assertThat(store.payments().find(order.id().purchase()).orElseThrow().captured())
                .isEqualTo(Money.parse("CNY 99.00"));
    }

    @Test
    void whenever_another_payment_is_begun_in_between_there_is_an_answer() {
        int nth = 1;
        while (answeredDespiteMeddlingBefore(nth)) {
            nth++;
        }
        assertThat(nth).isGreaterThan(3);
    }

    /** False when paying takes fewer calls of the store. */
    private boolean answeredDespiteMeddlingBefore(int nth) {
        Order order = marketplace.place(nth, line("blue-kettle", 1, "99.00"));
        MeddledStore meddled = new MeddledStore(nth, () -> pay(store, order, "another-payment-" + nth));
        assertThat(pay(meddled.on(store), order, "payment-" + nth))
                .as("before call " + nth)
                .isIn("tried", "refused [NOTHING_DUE]");
        return meddled.hasMeddled();
    }

    private static String pay(Store on, Order order, String key) {
        return Ordercore.on(on)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .clock(new TestClock(() -> TUESDAY_MORNING))
                .build()
                .payments()
                .payPurchase()
                .pay(new PayPurchase.Command(
                        order.id().purchase(), "tok_ok", new CommandKey("li", key), "pay", LI_HERSELF))
                .decide(new PayPurchase.Outcome.Cases<>() {
                    @Override
                    public String tried(PaymentIntent intent, TransactionId authorization, boolean replayed) {
                        return intent.transaction(authorization).isPresent() ? "tried" : "not in " + intent;
                    }

                    @Override
                    public String refused(Set<PaymentRefusal> reasons) {
                        return "refused " + reasons;
                    }

                    @Override
                    public String otherCommand() {
                        return "other command";
                    }

                    @Override
                    public String inProgress() {
                        return "in progress";
                    }
                });
    }
}
