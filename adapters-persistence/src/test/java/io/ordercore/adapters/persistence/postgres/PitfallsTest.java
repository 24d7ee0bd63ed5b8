package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.request;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.payment.HearOfDispute;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentIntentStatus;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.stock.StockItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where other order systems have lost money, goods or trust: each on a real database, with real concurrency. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PitfallsTest {
    private static final int AT_ONCE = 50;

    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    private final ExecutorService buyers = Executors.newFixedThreadPool(AT_ONCE);
    private final CountingBank bank = new CountingBank();
    private final List<OrderEvent> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger keys = new AtomicInteger();

    @AfterEach
    void endOfTheDay() {
        buyers.shutdownNow();
        assertThat(HistoryAudit.of(postgres.dataSource()).verify().firstBreak()).isEmpty();
    }

    @Test
    void oversell_one_unit_and_fifty_buyers_of_which_some_want_it_twice() throws Exception {
        goods("kettle", "99.00", 1);
        List<OrderIntake.Admission> answers = atOnce(n -> n % 2 == 0
                ? place(line("kettle", 1, "99.00"))
                : place(line("kettle", 1, "99.00"), line("kettle", 1, "99.00")));

        assertThat(answers).filteredOn(OrderIntake.Placed.class::isInstance).hasSize(1);
        assertThat(stock("kettle").reserved()).isEqualTo(1);
    }

    @Test
    void refund_ceiling_fifty_refunds_and_a_dispute_at_once_never_exceed_what_was_captured() throws Exception {
        goods("cup", "2.00", 50);
        OrderId order = paid(line("cup", 50, "2.00"));
        PaymentTransaction capture = payment(order).transactions().get(1);
        HearOfDispute.Dispute dispute = new HearOfDispute.Dispute(
                order.purchase(), capture.id(), "dp-1", yuan("60.00"), HearOfDispute.Stage.OPENED);
        atOnce(n -> {
            if (n == 7) {
                core().payments().hearOfDispute().hear(dispute);
            }
            return cancel(order, Map.of(1, 1));
        });
        settle();

        PaymentIntent payment = payment(order);
        assertThat(payment.givenBack()).isLessThanOrEqualTo(payment.captured());
        Money refunded = sum(bank.given);
        Money disputed = payment.givenBack().minus(payment.refundsPromised());
        assertThat(refunded)
                .isEqualTo(payment.refundsPromised())
                .isEqualTo(found(order).snapshot().refunded());
        assertThat(refunded.plus(disputed)).isLessThanOrEqualTo(yuan("100.00"));
    }

    @Test
    void refund_ceiling_of_two_refunds_of_sixty_on_a_hundred_one_is_refused() throws Exception {
        goods("cup", "20.00", 5);
        OrderId order = paid(line("cup", 5, "20.00"));
        List<Boolean> done = atOnce(2, n -> cancel(order, Map.of(1, 3)));
        settle();

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(sum(bank.given)).isEqualTo(yuan("60.00"));
    }

    @Test
    void unknown_outcome_is_inquired_about_and_never_charged_again() throws Exception {
        goods("kettle", "99.00", 1);
        OrderId order = placed(line("kettle", 1, "99.00"));
        bank.answersGetLost = true;
        PayPurchase.Command command = paying(order);
        core().payments().payPurchase().pay(command);
        atOnce(10, n -> again(() -> core().payments().payPurchase().pay(command)));
        assertThat(payment(order).status()).isEqualTo(PaymentIntentStatus.PROCESSING);

        bank.answersGetLost = false;
        atOnce(10, n -> settle());

        assertThat(bank.authorizations).hasValue(1);
        assertThat(bank.taken).hasSize(1);
        assertThat(found(order).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void unknown_outcome_a_late_reconciler_never_overwrites_a_newer_state() throws Exception {
        goods("kettle", "99.00", 1);
        OrderId order = placed(line("kettle", 1, "99.00"));
        bank.answersGetLost = true;
        core().payments().payPurchase().pay(paying(order));
        PaymentIntent stale = payment(order);
        bank.answersGetLost = false;
        settle();

        assertThatThrownBy(() -> postgres.store().payments().save(stale, stale.version() - 1))
                .isInstanceOf(StaleVersionException.class);
        PaymentTransaction asked = stale.transactions().get(0);
        assertThat(payment(order).answered(asked.id(), CountingBank.LOST, Instant.now()))
                .as("a settled transaction stays as it is")
                .isEqualTo(payment(order));
        assertThat(payment(order).status()).isEqualTo(PaymentIntentStatus.CAPTURED);
    }

    @Test
    void return_url_and_webhook_in_any_order_and_duplicated_make_one_capture_and_one_confirmation() throws Exception {
        goods("kettle", "99.00", 1);
        OrderId order = placed(line("kettle", 1, "99.00"));
        bank.buyerMustConfirm = true;
        core().payments().payPurchase().pay(paying(order));
        assertThat(payment(order).status()).isEqualTo(PaymentIntentStatus.REQUIRES_ACTION);

        bank.buyersConfirm();
        atOnce(n -> again(() -> {
            core().payments().settlePayments().refresh(order.purchase());
            return true;
        }));
        settle();

        assertThat(bank.taken).hasSize(1);
        assertThat(history(order)).containsExactly(OrderEventType.PLACED, OrderEventType.CONFIRMED);
        assertThat(stock("kettle").reserved()).isEqualTo(1);
    }

    @Test
    void event_before_fact_nothing_is_told_of_what_is_rolled_back_and_nothing_is_lost_when_the_process_dies()
            throws Exception {
        goods("kettle", "99.00", 2);
        OrderId kept = placed(line("kettle", 1, "99.00"));
        core().dispatchEvents().dispatch(100);
        told.clear();

        assertThatThrownBy(() -> postgres.store().transactions().run(() -> {
                    cancel(kept, Map.of());
                    onAnotherNode(() -> core().dispatchEvents().dispatch(100));
                    throw new IllegalStateException("compensated");
                }))
                .hasMessage("compensated");
        core().dispatchEvents().dispatch(100);
        assertThat(told).isEmpty();

        cancel(kept, Map.of());
        postgres.restart();
        core().dispatchEvents().dispatch(100);
        assertThat(told)
                .extracting(OrderEvent::type)
                .containsExactly(OrderEventType.LINES_CANCELLED, OrderEventType.CANCELLED);
    }

    @Test
    void release_exactly_what_was_reserved_however_often_it_is_cancelled_and_expires_at_once() throws Exception {
        goods("kettle", "99.00", 100);
        placed(line("kettle", 5, "99.00"));
        List<OrderId> orders = IntStream.range(0, 5)
                .mapToObj(n -> placed(line("kettle", 3, "99.00"), line("kettle", 2, "99.00")))
                .toList();
        Ordercore late = core(Duration.ofMinutes(31));
        OrderId partly = paid(line("kettle", 7, "99.00"));
        cancel(partly, Map.of(1, 4));
        assertThat(stock("kettle").reserved()).isEqualTo(5 + 25 + 3);

        atOnce(n -> n % 7 == 0 ? late.orders().meetDeadlines().meet(100) > 0 : cancel(orders.get(n % 5), Map.of()));
        late.orders().meetDeadlines().meet(100);

        assertThat(stock("kettle").reserved())
                .as("only the three units of the paid order")
                .isEqualTo(3);
        assertThat(stock("kettle").onHand()).isEqualTo(100);
    }

    @Test
    void apportionment_and_rounding_seven_units_cancelled_one_by_one_give_back_every_cent() throws Exception {
        goods("cup", "14.29", 7);
        OrderId order = paid(line("cup", 7, "14.29"));
        atOnce(7, n -> cancel(order, Map.of(1, 1)));
        settle();

        assertThat(bank.given).hasSize(7);
        assertThat(sum(bank.given)).isEqualTo(yuan("100.03")).isEqualTo(sum(bank.taken));
        assertThat(found(order).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void late_facts_money_that_comes_after_the_cancellation_is_not_taken_or_given_back_once() throws Exception {
        goods("kettle", "99.00", 2);
        OrderId authorizedLate = placed(line("kettle", 1, "99.00"));
        bank.answersGetLost = true;
        core().payments().payPurchase().pay(paying(authorizedLate));
        cancel(authorizedLate, Map.of());
        bank.answersGetLost = false;
        atOnce(5, n -> settle());
        assertThat(payment(authorizedLate).status()).isEqualTo(PaymentIntentStatus.VOIDED);
        assertThat(bank.givenUp).hasSize(1);
        assertThat(bank.taken).isEmpty();

        OrderId capturedLate = placed(line("kettle", 1, "99.00"));
        bank.buyerMustConfirm = true;
        core().payments().payPurchase().pay(paying(capturedLate));
        bank.buyersConfirm();
        bank.answersGetLost = true;
        core().payments().settlePayments().refresh(capturedLate.purchase());
        cancel(capturedLate, Map.of());
        bank.answersGetLost = false;
        atOnce(5, n -> settle());
        assertThat(sum(bank.taken)).isEqualTo(sum(bank.given)).isEqualTo(yuan("99.00"));
        assertThat(bank.given).hasSize(1);
        assertThat(found(capturedLate).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void late_facts_shipped_after_delivered_changes_nothing_and_a_second_parcel_keeps_the_first_ones_number()
            throws Exception {
        goods("kettle", "99.00", 2);
        OrderId order = paid(line("kettle", 2, "99.00"));
        FulfilOrder warehouse = core().fulfilment().fulfilOrder();
        List<FulfilmentId> parcels = List.of(new FulfilmentId(order, 1), new FulfilmentId(order, 2));
        for (FulfilmentId parcel : parcels) {
            warehouse.release(order, Map.of(1, 1), null, WAREHOUSE);
            warehouse.pick(parcel, WAREHOUSE);
            warehouse.pack(parcel, WAREHOUSE);
            warehouse.handOver(parcel, "sf-express", "SF-" + parcel.number(), WAREHOUSE);
        }
        warehouse.deliver(parcels.get(0), WAREHOUSE);
        Order before = found(order);
        List<FulfilOrder.Outcome> answers =
                atOnce(10, n -> again(() -> warehouse.handOver(parcels.get(0), "sf-express", "SF-other", WAREHOUSE)));

        assertThat(answers).allMatch(FulfilOrder.Refused.class::isInstance);
        assertThat(found(order).snapshot()).isEqualTo(before.snapshot());
        assertThat(postgres.store().fulfilments().of(order))
                .extracting(parcel ->
                        parcel.handover() == null ? "" : parcel.handover().trackingNumber())
                .containsExactly("SF-1", "SF-2");
    }

    private Ordercore core() {
        return core(Duration.ZERO);
    }

    private Ordercore core(Duration ahead) {
        return Ordercore.on(postgres.store())
                .payments(bank)
                .clock(Clock.offset(Clock.systemUTC(), ahead))
                .tell("pitfalls", told::addAll)
                .build();
    }

    private void goods(String sku, String price, long units) {
        new Marketplace(postgres.store()).sells(sku, price, units);
    }

    private OrderIntake.Admission place(PurchaseLine... lines) {
        CommandKey key = new CommandKey("li", "place-" + keys.incrementAndGet());
        return core().orders()
                .placePurchase()
                .place(new PlacePurchase.Command(request(lines), key, "f", LI_HERSELF))
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private OrderId placed(PurchaseLine... lines) {
        return new OrderId(((OrderIntake.Placed) place(lines)).purchase().id(), 1);
    }

    private OrderId paid(PurchaseLine... lines) {
        OrderId order = placed(lines);
        core().payments().payPurchase().pay(paying(order));
        assertThat(found(order).status()).isEqualTo(OrderStatus.CONFIRMED);
        return order;
    }

    private static PayPurchase.Command paying(OrderId order) {
        return new PayPurchase.Command(
                order.purchase(), "tok_ok", new CommandKey("li", "pay-" + order), "f", LI_HERSELF);
    }

    private CancelOrder.Command cancelling(OrderId order, Map<Integer, Integer> units) {
        return new CancelOrder.Command(order, units, null, LI_HERSELF);
    }

    private boolean cancel(OrderId order, Map<Integer, Integer> units) {
        return again(() ->
                core().orders().cancelOrder().cancel(cancelling(order, units)).isChanged());
    }

    /** The reconciler an hour later, until the provider has nothing new to say. */
    private int settle() {
        return again(() -> {
            int looked = 0;
            for (int i = 0; i < 5; i++) {
                looked += core(Duration.ofHours(1)).payments().settlePayments().reconcile(100);
            }
            return looked;
        });
    }

    private void onAnotherNode(Runnable work) {
        try {
            buyers.submit(work).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Order found(OrderId id) {
        return postgres.store().orders().find(id).orElseThrow();
    }

    private PaymentIntent payment(OrderId order) {
        return postgres.store().payments().find(order.purchase()).orElseThrow();
    }

    private StockItem stock(String sku) {
        return postgres.store().stock().find(new Sku(sku)).orElseThrow();
    }

    private List<OrderEventType> history(OrderId order) {
        return postgres.store().orders().history(order, 0).stream()
                .map(OrderEvent::type)
                .toList();
    }

    private static Money sum(Map<?, Money> book) {
        return Money.total(book.values());
    }

    /** What a caller does who was told that somebody else was faster. */
    private static <T> T again(Supplier<T> work) {
        for (int i = 0; ; i++) {
            try {
                return work.get();
            } catch (StaleVersionException e) {
                if (i == 500) {
                    throw e;
                }
            }
        }
    }

    private <T> List<T> atOnce(IntFunction<T> work) throws Exception {
        return atOnce(AT_ONCE, work);
    }

    private <T> List<T> atOnce(int times, IntFunction<T> work) throws Exception {
        List<Future<T>> running = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            int number = n;
            running.add(buyers.submit(() -> work.apply(number)));
        }
        List<T> done = new ArrayList<>();
        for (Future<T> one : running) {
            done.add(one.get(60, TimeUnit.SECONDS));
        }
        return done;
    }
}
