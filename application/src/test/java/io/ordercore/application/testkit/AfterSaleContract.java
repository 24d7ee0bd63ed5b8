package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.AfterSaleOutcomes.done;
import static io.ordercore.application.testkit.AfterSaleOutcomes.refused;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.aftersale.AfterSaleOutcome;
import io.ordercore.application.aftersale.ClaimGoods;
import io.ordercore.application.aftersale.ReturnGoods;
import io.ordercore.application.modification.PayModification;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.payment.HearOfDispute;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.application.payment.TopUpOrder;
import io.ordercore.domain.aftersale.Acceptance;
import io.ordercore.domain.aftersale.AfterSaleRefusal;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.ClaimStatus;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Reception;
import io.ordercore.domain.aftersale.Resolution;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.aftersale.ReturnStatus;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.payment.PaymentTransaction;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What returns, exchanges and claims do on any store: every unit is paid back or replaced once, and to the cent. */
public abstract class AfterSaleContract extends StoreContract {
    private Ordercore core;
    private Instant now = TUESDAY_MORNING.plusSeconds(60);
    private int keys;

    @BeforeEach
    void buildTheCore() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .clock(new TestClock(() -> now))
                .build();
        marketplace.sells("blue-kettle", "99.00", 100);
        marketplace.sells("red-kettle", "109.00", 5);
        marketplace.sells("white-kettle", "99.00", 5);
    }

    @Test
    void goods_that_come_back_are_paid_back_less_the_way_back_and_go_to_the_shelf() {
        Order order = delivered(2);

        Return asked = done(ask(order, Reason.CHANGED_MIND, Map.of(1, 1), null));
        assertThat(asked.status()).isEqualTo(ReturnStatus.APPROVED);
        done(returns().sent(asked.id(), "SF1234567890", LI_HERSELF));
        done(returns().received(asked.id(), Map.of(), WAREHOUSE));
        Return after = done(returns().inspected(asked.id(), Map.of(), WAREHOUSE));
        settle();

        assertThat(after.status()).isEqualTo(ReturnStatus.REFUNDED);
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("87.00"));
        assertThat(onHand("blue-kettle")).isEqualTo(99);
        assertThat(store.returns().find(asked.id())).contains(after);
    }

    @Test
    void each_unit_has_its_own_reception_and_acceptance() {
        Order order = delivered(4);
        Return asked = done(ask(order, Reason.DEFECTIVE, Map.of(1, 4), null));
        assertThat(asked.status()).isEqualTo(ReturnStatus.REQUESTED);
        done(returns().approve(asked.id(), WAREHOUSE));
        done(returns().received(asked.id(), Map.of(4, Reception.SHORT_SHIPPED), WAREHOUSE));

        Return looked =
                done(returns().inspected(asked.id(), Map.of(2, Acceptance.MANUAL_INTERVENTION_REQUIRED), WAREHOUSE));
        assertThat(looked.status()).isEqualTo(ReturnStatus.RECEIVED);
        done(returns()
                .inspected(asked.id(), Map.of(2, Acceptance.ACCEPTED_UNSELLABLE, 3, Acceptance.REJECTED), WAREHOUSE));
        settle();

        Order after = load(order);
        assertThat(after.snapshot().refunded()).isEqualTo(yuan("198.00"));
        assertThat(after.line(1).orElseThrow().ledger().kept()).isEqualTo(2);
        assertThat(onHand("blue-kettle")).isEqualTo(97);
    }

    @Test
    void a_second_return_after_an_exchange_works() {
        Order order = delivered(1);
        Return exchange = done(ask(order, Reason.NOT_AS_DESCRIBED, Map.of(1, 1), new Sku("white-kettle")));
        done(returns().approve(exchange.id(), WAREHOUSE));
        assertThat(back(exchange).status()).isEqualTo(ReturnStatus.EXCHANGED);
        assertThat(marketplace.reserved("white-kettle")).isEqualTo(1);
        deliver(order, 2);

        Return again = done(ask(order, Reason.NOT_AS_DESCRIBED, Map.of(2, 1), null));
        done(returns().approve(again.id(), WAREHOUSE));
        assertThat(back(again).status()).isEqualTo(ReturnStatus.REFUNDED);
        settle();

        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("99.00"));
        assertThat(onHand("white-kettle")).isEqualTo(5);
    }

    @Test
    void another_product_is_sent_when_the_difference_is_paid() {
        Order order = delivered(1);
        Return exchange = done(ask(order, Reason.CHANGED_MIND, Map.of(1, 1), new Sku("red-kettle")));
        back(exchange);
        assertThat(load(order).payable().minus(load(order).paid())).isEqualTo(yuan("22.00"));
        assertThat(marketplace.reserved("red-kettle")).isZero();

        core.payments()
                .topUpOrder()
                .topUp(new TopUpOrder.Command(order.id(), null, "tok_ok", key(), "difference", LI_HERSELF));
        settle();

        assertThat(marketplace.reserved("red-kettle")).isEqualTo(1);
        deliver(order, 2);
        assertThat(load(order).paid()).isEqualTo(load(order).payable()).isEqualTo(yuan("121.00"));
    }

    @Test
    void a_return_nobody_sends_ends_and_the_units_are_the_buyers_again() {
        Order order = delivered(1);
        Return asked = done(ask(order, Reason.CHANGED_MIND, Map.of(1, 1), null));

        now = asked.until();
        assertThat(returns().expire(10)).isEqualTo(1);
        assertThat(returns().expire(10)).isZero();

        assertThat(store.returns().find(asked.id()).orElseThrow().status()).isEqualTo(ReturnStatus.EXPIRED);
        assertThat(load(order).line(1).orElseThrow().ledger().kept()).isEqualTo(1);
    }

    @Test
    void windows_and_reasons_are_kept() {
        Order order = delivered(1);

        assertThat(refused(ask(order, Reason.MISSING, Map.of(1, 1), null)))
                .containsExactly(AfterSaleRefusal.NOT_FOR_THIS_REASON);
        assertThat(refused(ask(order, Reason.CHANGED_MIND, Map.of(1, 2), null)))
                .containsExactly(AfterSaleRefusal.NOT_THAT_MANY);
        assertThat(refused(ask(order, Reason.CHANGED_MIND, Map.of(1, 1), new Sku("unknown"))))
                .containsExactly(AfterSaleRefusal.EXCHANGE_NOT_SOLD);
        now = now.plus(Duration.ofDays(7));
        assertThat(refused(ask(order, Reason.CHANGED_MIND, Map.of(1, 1), null)))
                .containsExactly(AfterSaleRefusal.OUT_OF_WINDOW);
    }

    @Test
    void a_parcel_that_never_came_is_paid_back_once() {
        Order order = shipped(2);
        Claim first = done(claim(order, Reason.LOST, Map.of(), 1, Resolution.REFUND));
        Claim second = done(claim(order, Reason.LOST, Map.of(), 1, Resolution.RESHIP));

        assertThat(done(claims().approve(first.id(), null, WAREHOUSE)).status()).isEqualTo(ClaimStatus.RESOLVED);
        assertThat(refused(claims().approve(second.id(), null, WAREHOUSE)))
                .containsExactly(AfterSaleRefusal.WRONG_STATUS);
        assertThat(done(claims().deny(second.id(), WAREHOUSE)).status()).isEqualTo(ClaimStatus.DENIED);
        settle();

        Order after = load(order);
        assertThat(after.snapshot().refunded()).isEqualTo(yuan("198.00"));
        assertThat(after.line(1).orElseThrow().ledger().get(Quantity.LOST)).isEqualTo(2);
        assertThat(after.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(core.fulfilment()
                        .fulfilOrder()
                        .deliver(new FulfilmentId(order.id(), 1), WAREHOUSE)
                        .toString())
                .contains("Refused");
        assertThat(store.claims().of(order.id())).hasSize(2);
    }

    @Test
    void broken_goods_are_sent_again_for_what_was_paid_or_for_nothing_besides_the_money() {
        Order order = delivered(2);
        Claim again = done(claim(order, Reason.DAMAGED, Map.of(1, 1), null, Resolution.RESHIP));
        done(claims().approve(again.id(), null, WAREHOUSE));
        assertThat(load(order).payable()).isEqualTo(yuan("198.00"));
        assertThat(marketplace.reserved("blue-kettle")).isEqualTo(1);

        Claim both = done(claim(order, Reason.DAMAGED, Map.of(1, 1), null, Resolution.REFUND_AND_RESHIP));
        done(claims().approve(both.id(), null, WAREHOUSE));
        settle();

        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("99.00"));
        assertThat(marketplace.reserved("blue-kettle")).isEqualTo(2);
        assertThat(load(order).line(1).orElseThrow().ledger().get(Quantity.WRITTEN_OFF))
                .isEqualTo(2);
    }

    @Test
    void what_the_bank_claims_is_given_back_once_the_dispute_is_won() {
        Order order = marketplace.place(1, line("blue-kettle", 2, "99.00"));
        pay(order);
        ship(order, 1, Map.of(1, 1));
        core.fulfilment().fulfilOrder().deliver(new FulfilmentId(order.id(), 1), WAREHOUSE);
        payForOneMore(order);
        hear(order, "150.00", HearOfDispute.Stage.OPENED);
        Claim broken = done(claim(order, Reason.DAMAGED, Map.of(1, 1), null, Resolution.REFUND));

        assertThat(done(claims().approve(broken.id(), null, WAREHOUSE)).status())
                .isEqualTo(ClaimStatus.RESOLVED);
        assertThat(load(order).snapshot().refundRequested())
                .as("297 were paid, 150 are claimed")
                .isEqualTo(yuan("147.00"));

        hear(order, "150.00", HearOfDispute.Stage.WON);
        now = now.plus(Duration.ofHours(5));
        core.modifications().expireModifications().expire(10);
        settle();

        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("198.00"));
        assertThat(load(order).paid()).isEqualTo(load(order).payable());
        assertThat(store.orders().history(order.id(), 0))
                .extracting(OrderEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, load(order).version()).boxed().toList());
    }

    /** The money is there; what it is for is not done yet. */
    private void payForOneMore(Order order) {
        core.modifications()
                .requestModification()
                .request(new RequestModification.Command(
                        order.id(), List.of(RequestedChange.more(1, 1)), LI_HERSELF, null, true, null, null));
        ChangeSet one = store.changeSets().of(order.id()).get(0);
        core.modifications()
                .payModification()
                .pay(new PayModification.Command(one.id(), "tok_timeout", key(), "top-up", LI_HERSELF));
        reconcile();
    }

    private void hear(Order order, String amount, HearOfDispute.Stage stage) {
        PaymentTransaction capture = store.payments().find(order.id().purchase()).orElseThrow().transactions().stream()
                .filter(it -> it.succeeded(PaymentTransaction.Kind.CAPTURE))
                .findFirst()
                .orElseThrow();
        core.payments()
                .hearOfDispute()
                .hear(new HearOfDispute.Dispute(order.id().purchase(), capture.id(), "dp-1", yuan(amount), stage));
    }

    @Test
    void refunds_asked_for_at_the_same_time_never_exceed_what_was_captured() throws Exception {
        Order order = delivered(2);
        List<Claim> filed = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            filed.add(done(claim(order, Reason.DAMAGED, Map.of(1, 1), null, Resolution.REFUND)));
        }

        ExecutorService threads = Executors.newFixedThreadPool(6);
        int approved = 0;
        try {
            List<Callable<Boolean>> all = filed.stream()
                    .<Callable<Boolean>>map(it -> () -> approved(it))
                    .toList();
            for (Future<Boolean> one : threads.invokeAll(all)) {
                approved += one.get() ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }
        settle();

        assertThat(approved).isBetween(1, 2);
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("99.00").multipliedBy(approved));
    }

    private boolean approved(Claim claim) {
        try {
            return claims().approve(claim.id(), null, WAREHOUSE).decide(new AfterSaleOutcome.Cases<Claim, Boolean>() {
                @Override
                public Boolean done(Claim now) {
                    return true;
                }

                @Override
                public Boolean refused(Set<AfterSaleRefusal> reasons) {
                    return false;
                }
            });
        } catch (StaleVersionException somebodyElseWasFaster) {
            return false;
        }
    }

    private Return back(Return asked) {
        done(returns().received(asked.id(), Map.of(), WAREHOUSE));
        return done(returns().inspected(asked.id(), Map.of(), WAREHOUSE));
    }

    private AfterSaleOutcome<Return> ask(
            Order order, Reason reason, Map<Integer, Integer> lines, @Nullable Sku exchangeFor) {
        return returns().request(new ReturnGoods.Command(order.id(), reason, lines, exchangeFor, LI_HERSELF));
    }

    private AfterSaleOutcome<Claim> claim(
            Order order, Reason reason, Map<Integer, Integer> units, @Nullable Integer fulfilment, Resolution wanted) {
        return claims().file(
                        new ClaimGoods.Command(order.id(), reason, units, fulfilment, wanted, "photo-1", LI_HERSELF));
    }

    private ReturnGoods returns() {
        return core.afterSale().returnGoods();
    }

    private ClaimGoods claims() {
        return core.afterSale().claimGoods();
    }

    private Order shipped(int units) {
        Order order = marketplace.place(1, line("blue-kettle", units, "99.00"));
        pay(order);
        ship(order, 1, Map.of());
        return load(order);
    }

    private void pay(Order order) {
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(order.id().purchase(), "tok_ok", key(), "pay", LI_HERSELF));
    }

    private Order delivered(int units) {
        Order order = shipped(units);
        core.fulfilment().fulfilOrder().deliver(new FulfilmentId(order.id(), 1), WAREHOUSE);
        return load(order);
    }

    private void deliver(Order order, int number) {
        ship(order, number, Map.of());
        core.fulfilment().fulfilOrder().deliver(new FulfilmentId(order.id(), number), WAREHOUSE);
    }

    private void ship(Order order, int number, Map<Integer, Integer> units) {
        FulfilmentId id = new FulfilmentId(order.id(), number);
        core.fulfilment().fulfilOrder().release(order.id(), units, null, WAREHOUSE);
        core.fulfilment().fulfilOrder().pick(id, WAREHOUSE);
        core.fulfilment().fulfilOrder().pack(id, WAREHOUSE);
        core.fulfilment().fulfilOrder().handOver(id, "sf", "SF12345678", WAREHOUSE);
    }

    private void settle() {
        for (int i = 0; i < 2; i++) {
            reconcile();
            core.dispatchEvents().dispatch(100);
        }
    }

    private void reconcile() {
        now = now.plusSeconds(60);
        core.payments().settlePayments().reconcile(10);
    }

    private long onHand(String sku) {
        return store.stock().find(new Sku(sku)).orElseThrow().onHand();
    }

    private Order load(Order order) {
        return store.orders().find(order.id()).orElseThrow();
    }

    private CommandKey key() {
        keys++;
        return new CommandKey("li", "after-sale-" + keys);
    }
}
