package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Store;
import io.ordercore.application.logistics.incident.RedeemVoucher;
import io.ordercore.application.logistics.incident.RedeemVoucher.VoucherDecision;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.logistics.incident.VoucherRefusal;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.party.BuyerId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Vouchers on any store: each pays for one order, to the cent, and comes back with what is not bought after all. */
public abstract class RedeemVoucherContract extends StoreContract {
    private static final Money SEVEN = Money.parse("CNY 7.01");

    private Ordercore core;
    private Instant now = TUESDAY_MORNING.plusSeconds(60);
    private int placed;

    @BeforeEach
    void buildTheCore() {
        core = coreOn(store);
        marketplace.sells("blue-kettle", "99.00", 100);
    }

    @Test
    void a_voucher_lowers_what_is_to_be_paid() {
        Order order = placed(2);
        given("V1", SEVEN, order);
        assertThat(redeem(order, "V1")).isEqualTo("redeemed, left: CNY 190.99");
        assertThat(redeem(order, "V1")).isEqualTo("redeemed, left: CNY 190.99");
        pay(order);
        assertThat(load(order).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(load(order).snapshot().captured()).isEqualTo(Money.parse("CNY 190.99"));
        assertThat(store.vouchers().redeemedFor(order.id()))
                .extracting(Voucher::code)
                .containsExactly("V1");
    }

    @Test
    void an_order_cancelled_before_it_is_paid_gives_its_voucher_back() {
        Order order = placed(2);
        given("V1", SEVEN, order);
        redeem(order, "V1");
        cancel(order, Map.of());
        assertThat(usable(order)).containsExactly("V1 CNY 7.01");
        assertThat(told(order)).containsExactly("voucher-returned");
        assertThat(redeem(placed(1), "V1")).isEqualTo("redeemed, left: CNY 91.99");
    }

    @Test
    void an_order_that_expires_gives_its_voucher_back_for_thirty_days_at_least() {
        Order order = placed(1);
        given("V1", SEVEN, order);
        redeem(order, "V1");
        now = now.plus(Duration.ofDays(364));
        core.orders().meetDeadlines().meet(10);
        core.dispatchEvents().dispatch(100);
        assertThat(load(order).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(usable(order)).containsExactly("V1 CNY 7.01");
        assertThat(store.vouchers().find("V1").orElseThrow().expiresAt()).isEqualTo(now.plus(Duration.ofDays(30)));
    }

    @Test
    void of_what_is_cancelled_later_money_goes_back_as_money_and_the_vouchers_part_as_a_voucher() {
        Order order = placed(2);
        given("V1", SEVEN, order);
        redeem(order, "V1");
        pay(order);
        cancel(order, Map.of(1, 1));
        assertThat(load(order).snapshot().refundRequested()).isEqualTo(Money.parse("CNY 95.49"));
        assertThat(usable(order)).hasSize(1).allMatch(it -> it.endsWith("CNY 3.50"));
        cancel(order, Map.of(1, 1));
        core.dispatchEvents().dispatch(100);
        assertThat(load(order).snapshot().refundRequested()).isEqualTo(Money.parse("CNY 190.99"));
        assertThat(usable(order)).hasSize(2).anyMatch(it -> it.endsWith("CNY 3.51"));
    }

    @Test
    void of_a_voucher_larger_than_the_goods_the_rest_is_a_voucher_of_its_own_and_nothing_is_lost_or_won() {
        Order order = placed(1);
        given("LARGE", Money.parse("CNY 120.00"), order);
        assertThat(redeem(order, "LARGE")).isEqualTo("redeemed, left: CNY 0.01");
        core.dispatchEvents().dispatch(100);
        assertThat(usable(order)).hasSize(1).allMatch(it -> it.endsWith("CNY 21.01"));
        given("MORE", SEVEN, order);
        assertThat(redeem(order, "MORE")).isEqualTo("refused [VOUCHER_TOO_LARGE]");
        cancel(order, Map.of());
        assertThat(usable(order)).hasSize(3).anyMatch(it -> it.endsWith("CNY 98.99"));
    }

    @Test
    void what_does_not_fit_is_refused_with_every_reason() {
        Order order = placed(1);
        given("OTHERS", SEVEN, order, new BuyerId("wang"), now);
        given("DOLLARS", Money.parse("USD 7.00"), order);
        given("OLD", SEVEN, order, order.buyer(), now.minus(Duration.ofDays(366)));
        given("GOOD", SEVEN, order);
        assertThat(redeem(order, "NONE")).isEqualTo("refused [NO_SUCH_VOUCHER]");
        assertThat(redeem(order, "OTHERS")).isEqualTo("refused [NO_SUCH_VOUCHER]");
        assertThat(redeem(order, "DOLLARS")).isEqualTo("refused [VOUCHER_CURRENCY]");
        assertThat(redeem(order, "OLD")).isEqualTo("refused [VOUCHER_EXPIRED]");
        pay(order);
        assertThat(redeem(order, "GOOD")).isEqualTo("refused [ORDER_NOT_OPEN]");
        assertThat(redeem(placed(1), "GOOD")).startsWith("redeemed");
        assertThat(redeem(placed(1), "GOOD")).isEqualTo("refused [VOUCHER_REDEEMED]");
    }

    @Test
    void of_twenty_that_want_one_voucher_for_two_orders_one_order_gets_it() throws Exception {
        List<Order> orders = List.of(placed(1), placed(1));
        given("V1", SEVEN, orders.get(0));
        CountDownLatch together = new CountDownLatch(20);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<Boolean>> all = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return redeemedOrOvertaken(orders.get(i % 2));
                    }))
                    .toList();
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(orders.stream().map(this::load).map(Order::payable))
                .containsExactlyInAnyOrder(Money.parse("CNY 99.00"), Money.parse("CNY 91.99"));
    }

    /** True, too, if another of the twenty changed the order meanwhile. */
    private boolean redeemedOrOvertaken(Order order) {
        try {
            String outcome = redeem(order, "V1");
            return outcome.equals("redeemed, left: CNY 91.99") || outcome.equals("refused [VOUCHER_REDEEMED]");
        } catch (StaleVersionException overtaken) {
            return true;
        }
    }

    @Test
    void whoever_redeems_it_for_the_same_order_in_between_what_it_pays_is_answered() {
        int nth = 1;
        while (redeemedDespiteMeddlingBefore(nth)) {
            nth++;
        }
        assertThat(nth).isGreaterThan(5);
    }

    /** False when redeeming takes fewer calls of the store. */
    private boolean redeemedDespiteMeddlingBefore(int nth) {
        String code = "V" + nth;
        Order order = placed(1);
        given(code, SEVEN, order);
        MeddledStore meddled = new MeddledStore(nth, () -> redeem(order, code));
        try {
            assertThat(redeem(coreOn(meddled.on(store)), order, code))
                    .as("before call " + nth)
                    .isEqualTo("redeemed, left: CNY 91.99");
        } catch (StaleVersionException overtaken) {
            assertThat(redeem(order, code)).isEqualTo("redeemed, left: CNY 91.99");
        }
        assertThat(load(order).payable()).isEqualTo(Money.parse("CNY 91.99"));
        return meddled.hasMeddled();
    }

    private Ordercore coreOn(Store on) {
        return Ordercore.on(on)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .clock(new TestClock(() -> now))
                .build();
    }

    private Order placed(int units) {
        placed++;
        return marketplace.place(placed, line("blue-kettle", units, "99.00"));
    }

    private void given(String code, Money amount, Order order) {
        given(code, amount, order, order.buyer(), now);
    }

    private void given(String code, Money amount, Order order, BuyerId buyer, Instant at) {
        store.vouchers().issue(Voucher.issued(code, buyer, order.id(), "case-" + code, amount, at));
    }

    private String redeem(Order order, String code) {
        return redeem(core, order, code);
    }

    private static String redeem(Ordercore core, Order order, String code) {
        return core.incidents()
                .redeemVoucher()
                .redeem(new RedeemVoucher.Command(order.id(), code, LI_HERSELF))
                .decide(new VoucherDecision.Cases<>() {
                    @Override
                    public String redeemed(Voucher voucher, Order now) {
                        return "redeemed, left: " + now.payable();
                    }

                    @Override
                    public String refused(Set<VoucherRefusal> reasons) {
                        return "refused " + reasons;
                    }
                });
    }

    private void pay(Order order) {
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(
                        order.id().purchase(), "tok_ok", new CommandKey("li", "pay-" + placed), "pay", LI_HERSELF));
    }

    private void cancel(Order order, Map<Integer, Integer> units) {
        core.orders().cancelOrder().cancel(new CancelOrder.Command(order.id(), units, null, LI_HERSELF));
        core.dispatchEvents().dispatch(100);
        core.dispatchEvents().dispatch(100);
    }

    private List<String> usable(Order order) {
        return store.vouchers().of(order.buyer()).stream()
                .filter(it -> it.redeemedFor() == null)
                .map(it -> it.code() + " " + it.amount())
                .toList();
    }

    private List<String> told(Order order) {
        List<String> codes = new ArrayList<>();
        for (Notice notice : store.notices().inbox(Recipient.buyer(order.buyer().value()), null, 99)) {
            codes.add(notice.code());
        }
        return codes;
    }

    private Order load(Order order) {
        return store.orders().find(order.id()).orElseThrow();
    }
}
