package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.li;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.modification.PayModification;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.PricedAlternative;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.FulfilmentStatus;
import io.ordercore.domain.order.LineLedger;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.stock.StockItem;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changing an order does on any store: nothing is half done, nothing is lost, nobody wins twice. */
public abstract class ModificationContract extends StoreContract {
    private static final Address BEIJING = new Address("CN", "Beijing", "Beijing", "", "2 Gate Street", "100000");
    private static final Actor AGENT = new Actor("agent-7", Role.AGENT, Channel.HOTLINE, "MOVED_HOUSE");
    private static final int RIVALS = 100;
    private static final int RACES = Integer.getInteger("ordercore.races", 500);

    private Ordercore core;
    private Instant now = TUESDAY_MORNING.plusSeconds(60);

    @BeforeEach
    void buildTheCore() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .clock(new TestClock(() -> now))
                .build();
        marketplace.sells("blue-kettle", "99.00", 2L * RACES);
        marketplace.sells("red-kettle", "109.00", 500);
        marketplace.sells("cup", "10.00", 500);
    }

    @Test
    void another_address_before_release_is_written_at_once_and_nothing_else() {
        Order order = paid(1);

        ChangeSet done = accepted(ask(order, LI_HERSELF, true, RequestedChange.address(BEIJING)));
        Order after = load(order);

        assertThat(done.status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(after.recipient().address()).isEqualTo(BEIJING);
        assertThat(after.recipient().phone()).isEqualTo(li().phone());
        assertThat(after.lines()).isEqualTo(order.lines());
        assertThat(store.orders().history(order.id(), order.version()))
                .extracting(OrderEvent::type)
                .containsExactly(OrderEventType.MODIFIED);
    }

    @Test
    void another_colour_is_held_paid_and_then_swapped_in_one_go() {
        Order order = paid(1);

        ChangeSet asked = accepted(ask(order, LI_HERSELF, true, RequestedChange.swap(1, 1, new Sku("red-kettle"))));
        assertThat(asked.status()).isEqualTo(ChangeSetStatus.AWAITING_PAYMENT);
        assertThat(asked.quote().due()).isEqualTo(yuan("10.00"));
        assertThat(marketplace.reserved("red-kettle")).isEqualTo(1);
        assertThat(marketplace.reserved("blue-kettle")).isEqualTo(2);

        pay(asked, "tok_ok");
        Order after = load(order);

        assertThat(changeSet(asked).status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(after.payable()).isEqualTo(yuan("208.00")).isEqualTo(after.paid());
        assertThat(marketplace.reserved("red-kettle")).isEqualTo(1);
        assertThat(marketplace.reserved("blue-kettle")).isEqualTo(1);
        assertThat(payment(order).captured()).isEqualTo(yuan("208.00"));
    }

    @Test
    void an_answer_that_got_lost_is_found_and_the_change_is_done_once() {
        Order order = paid(1);
        ChangeSet asked = accepted(ask(order, LI_HERSELF, true, RequestedChange.more(1, 1)));

        pay(asked, "tok_timeout");
        assertThat(changeSet(asked).status()).isEqualTo(ChangeSetStatus.AWAITING_PAYMENT);
        now = now.plusSeconds(60);
        core.payments().settlePayments().reconcile(10);
        core.dispatchEvents().dispatch(100);
        core.dispatchEvents().dispatch(100);

        assertThat(changeSet(asked).status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(load(order).line(1).orElseThrow().ordered()).isEqualTo(3);
        assertThat(payment(order).captured()).isEqualTo(load(order).payable());
    }

    @Test
    void a_quote_nobody_answers_ends_and_gives_back_what_it_held() {
        Order order = paid(1);
        ChangeSet asked = accepted(ask(order, LI_HERSELF, false, RequestedChange.add(new Sku("cup"), 4)));
        assertThat(marketplace.reserved("cup")).isEqualTo(4);

        now = asked.quote().until();
        assertThat(core.modifications().expireModifications().expire(10)).isEqualTo(1);
        assertThat(core.modifications().expireModifications().expire(10)).isZero();

        assertThat(changeSet(asked).status()).isEqualTo(ChangeSetStatus.EXPIRED);
        assertThat(marketplace.reserved("cup")).isZero();
        assertThat(load(order)).usingRecursiveComparison().isEqualTo(order);
    }

    @Test
    void money_that_comes_after_the_quote_has_ended_goes_back_once() {
        Order order = paid(1);
        ChangeSet asked = accepted(ask(order, LI_HERSELF, true, RequestedChange.more(1, 1)));
        pay(asked, "tok_timeout");
        now = asked.quote().until();
        core.modifications().expireModifications().expire(10);

        for (int i = 0; i < 3; i++) {
            now = now.plusSeconds(60);
            core.payments().settlePayments().reconcile(10);
            core.dispatchEvents().dispatch(100);
        }

        Order after = load(order);
        assertThat(after.line(1).orElseThrow().ordered()).isEqualTo(2);
        assertThat(after.paid()).isEqualTo(after.payable()).isEqualTo(yuan("198.00"));
        assertThat(after.snapshot().refunded()).isEqualTo(yuan("99.00"));
        assertThat(payment(order).refundsPromised()).isEqualTo(yuan("99.00"));
    }

    @Test
    void fewer_units_are_paid_back_by_the_balance_over_both_captures() {
        Order order = paid(1);
        pay(accepted(ask(order, LI_HERSELF, true, RequestedChange.more(1, 1))), "tok_ok");

        accepted(ask(load(order), LI_HERSELF, true, RequestedChange.cancel()));
        now = now.plusSeconds(60);
        core.payments().settlePayments().reconcile(10);

        Order after = load(order);
        assertThat(after.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(after.snapshot().refunded())
                .isEqualTo(yuan("297.00"))
                .isEqualTo(payment(order).captured());
        assertThat(marketplace.reserved("blue-kettle")).isZero();
    }

    @Test
    void adding_and_dropping_an_unpaid_line_refunds_nothing() {
        Order order = place(1);
        accepted(ask(order, LI_HERSELF, true, RequestedChange.add(new Sku("cup"), 1)));
        accepted(ask(load(order), LI_HERSELF, true, RequestedChange.drop(2)));

        pay(order);
        Order after = load(order);

        assertThat(after.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(after.snapshot().captured()).isEqualTo(yuan("198.00"));
        assertThat(after.snapshot().refundRequested()).isEqualTo(yuan("0.00"));
        assertThat(marketplace.reserved("cup")).isZero();
    }

    @Test
    void an_agents_proposal_waits_for_the_buyer_and_the_history_tells_who_asked() {
        Order order = paid(1);
        ChangeSet asked = accepted(core.modifications()
                .requestModification()
                .request(new RequestModification.Command(
                        order.id(), List.of(RequestedChange.address(BEIJING)), AGENT, "call-17", true, null, null)));
        assertThat(asked.status()).isEqualTo(ChangeSetStatus.AWAITING_BUYER);

        core.modifications().answerModification().consent(asked.id(), LI_HERSELF, null);

        assertThat(changeSet(asked).status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(changeSet(asked).proof()).isEqualTo("call-17");
        assertThat(store.orders().history(order.id(), order.version()).get(0).actor())
                .isEqualTo(AGENT);
    }

    @Test
    void the_warehouse_gives_a_parcel_back_and_the_change_is_done_with_its_consent() {
        Order order = packed(1);
        ChangeSet asked = accepted(ask(order, LI_HERSELF, true, RequestedChange.address(BEIJING)));
        assertThat(asked.status()).isEqualTo(ChangeSetStatus.AWAITING_APPROVAL);
        assertThat(asked.quote().fee()).isEqualTo(yuan("5.00"));

        core.modifications().answerModification().approve(asked.id(), WAREHOUSE);
        assertThat(changeSet(asked).status()).isEqualTo(ChangeSetStatus.AWAITING_PAYMENT);
        pay(asked, "tok_ok");

        Order after = load(order);
        assertThat(changeSet(asked).status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(after.recipient().address()).isEqualTo(BEIJING);
        assertThat(after.lines().get(0).ledger().cancellable()).isEqualTo(2);
        assertThat(store.fulfilments().find(first(order)).orElseThrow().stage()).isEqualTo(FulfilmentStage.CANCELLED);
        assertThat(core.fulfilment().fulfilOrder().release(order.id(), Map.of(), null, WAREHOUSE))
                .isNotNull();
    }

    @Test
    void a_warehouse_that_says_no_leaves_everything_as_it_was() {
        Order order = packed(1);
        ChangeSet asked = accepted(ask(order, LI_HERSELF, true, RequestedChange.address(BEIJING)));

        core.modifications().answerModification().decline(asked.id(), WAREHOUSE);

        assertThat(changeSet(asked).status()).isEqualTo(ChangeSetStatus.DECLINED);
        assertThat(load(order)).usingRecursiveComparison().isEqualTo(order);
    }

    @Test
    void once_on_its_way_the_answer_is_every_other_way_with_its_price() {
        Order order = packed(1);
        core.fulfilment().fulfilOrder().handOver(first(order), "sf", "SF12345678", WAREHOUSE);

        Quote refused = refused(ask(load(order), LI_HERSELF, true, RequestedChange.swap(1, 0, new Sku("red-kettle"))));

        assertThat(refused.alternatives())
                .containsExactly(
                        new PricedAlternative(Alternative.INTERCEPT_AND_RESHIP, yuan("27.00")),
                        new PricedAlternative(Alternative.EXCHANGE_AFTER_RECEIPT, yuan("12.00")));
    }

    @Test
    void an_order_that_moved_on_is_a_conflict_with_a_fresh_quote_and_frees_what_was_held() {
        Order order = paid(1);
        ChangeSet asked = accepted(ask(order, LI_HERSELF, false, RequestedChange.swap(1, 2, new Sku("red-kettle"))));
        core.fulfilment().fulfilOrder().release(order.id(), Map.of(), null, WAREHOUSE);

        core.modifications().answerModification().consent(asked.id(), LI_HERSELF, null);
        pay(asked, "tok_ok");

        assertThat(changeSet(asked).status()).isEqualTo(ChangeSetStatus.CONFLICTED);
        assertThat(changeSet(asked).quote().baseVersion())
                .isGreaterThan(asked.quote().baseVersion());
        assertThat(marketplace.reserved("red-kettle")).isZero();
        assertThat(load(order).paid()).isEqualTo(yuan("198.00"));
    }

    @Test
    void a_change_to_a_line_partly_on_its_way_leaves_what_is_on_its_way_alone() {
        Order order = paid(1);
        core.fulfilment().fulfilOrder().release(order.id(), Map.of(1, 1), null, WAREHOUSE);
        core.fulfilment().fulfilOrder().pick(first(order), WAREHOUSE);
        core.fulfilment().fulfilOrder().pack(first(order), WAREHOUSE);
        core.fulfilment().fulfilOrder().handOver(first(order), "sf", "SF12345678", WAREHOUSE);

        ChangeSet done = accepted(ask(load(order), LI_HERSELF, true, RequestedChange.fewer(1, 1)));

        LineLedger ledger = load(order).line(1).orElseThrow().ledger();
        assertThat(done.status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(ledger.get(Quantity.SHIPPED)).isEqualTo(1);
        assertThat(ledger.get(Quantity.CANCELLED)).isEqualTo(1);
        assertThat(store.fulfilments().find(first(order)).orElseThrow().stage()).isEqualTo(FulfilmentStage.HANDED_OVER);
        assertThat(marketplace.reserved("blue-kettle")).isZero();
        assertThat(load(order).paid()).isEqualTo(yuan("99.00"));
    }

    @Test
    void a_payment_that_comes_after_the_order_was_cancelled_goes_back_once() {
        Order order = place(1);
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(order.id().purchase(), "tok_timeout", key("pay-late"), "pay", LI_HERSELF));
        core.orders().cancelOrder().cancel(new CancelOrder.Command(order.id(), Map.of(), null, LI_HERSELF));

        for (int i = 0; i < 4; i++) {
            now = now.plusSeconds(60);
            core.payments().settlePayments().reconcile(10);
            core.dispatchEvents().dispatch(100);
        }

        assertThat(load(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(load(order).paid()).isEqualTo(yuan("0.00"));
        assertThat(payment(order).refundsPromised()).isEqualTo(payment(order).captured());
        assertThat(marketplace.reserved("blue-kettle")).isZero();
    }

    @Test
    void a_second_change_waits_until_the_first_is_answered() {
        Order order = paid(1);
        ChangeSet first = accepted(ask(order, LI_HERSELF, false, RequestedChange.address(BEIJING)));

        assertThat(ask(order, LI_HERSELF, true, RequestedChange.note("ring"))
                        .<ChangeSetId>decide(new OutcomeOf<>("already open") {
                            @Override
                            public ChangeSetId alreadyOpen(ChangeSet other) {
                                return other.id();
                            }
                        }))
                .isEqualTo(first.id());
    }

    @Test
    void of_a_hundred_rivals_for_the_last_unit_one_gets_it() throws Exception {
        marketplace.sells("green-kettle", "99.00", 1);
        List<Order> orders = new ArrayList<>();
        for (int i = 1; i <= RIVALS; i++) {
            orders.add(paid(i));
        }

        int won = 0;
        for (Boolean swapped : together(orders.stream()
                .<Callable<Boolean>>map(order -> () -> swapped(order, "green-kettle"))
                .toList())) {
            won += swapped ? 1 : 0;
        }

        assertThat(won).isEqualTo(1);
        StockItem item = store.stock().find(new Sku("green-kettle")).orElseThrow();
        assertThat(item.reserved()).isEqualTo(1);
        assertThat(marketplace.reserved("blue-kettle")).isEqualTo(2L * RIVALS - 1);
    }

    @Test
    void a_change_and_a_ship_confirmation_never_both_win() throws Exception {
        List<Callable<Order>> preparations = new ArrayList<>();
        for (int i = 1; i <= RACES; i++) {
            int n = i;
            preparations.add(() -> packed(n));
        }
        List<Callable<Boolean>> races = new ArrayList<>();
        List<ChangeSet> asked = new ArrayList<>();
        for (Order order : together(preparations)) {
            ChangeSet change = accepted(ask(order, LI_HERSELF, true, RequestedChange.cancel()));
            asked.add(change);
            races.add(
                    () -> tried(() -> core.modifications().answerModification().approve(change.id(), WAREHOUSE)));
            races.add(() ->
                    tried(() -> core.fulfilment().fulfilOrder().handOver(first(order), "sf", "SF12345678", WAREHOUSE)));
        }

        together(races);

        for (ChangeSet change : asked) {
            Order after = store.orders().find(change.order()).orElseThrow();
            boolean shipped = after.fulfilmentStatus() == FulfilmentStatus.SHIPPED;
            boolean changed = changeSet(change).status() == ChangeSetStatus.APPLIED;
            assertThat(shipped).as("%s", change).isNotEqualTo(changed);
            assertThat(after.status()).isEqualTo(changed ? OrderStatus.CANCELLED : OrderStatus.CONFIRMED);
        }
    }

    private boolean swapped(Order order, String to) {
        try {
            return ask(order, LI_HERSELF, true, RequestedChange.swap(1, 1, new Sku(to)))
                    .<Boolean>decide(new RequestModification.Outcome.Cases<>() {
                        @Override
                        public Boolean asked(ChangeSet changeSet) {
                            return changeSet.status() == ChangeSetStatus.APPLIED;
                        }

                        @Override
                        public Boolean refused(Quote quote) {
                            return false;
                        }

                        @Override
                        public Boolean alreadyOpen(ChangeSet other) {
                            return false;
                        }
                    });
        } catch (StaleVersionException takenMeanwhile) {
            return false;
        }
    }

    private static boolean tried(Callable<?> what) throws Exception {
        try {
            what.call();
            return true;
        } catch (StaleVersionException somebodyElseWasFaster) {
            return false;
        }
    }

    private static <T> List<T> together(List<Callable<T>> all) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(all)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private Order place(int n) {
        return marketplace.place(n, line("blue-kettle", 2, "99.00"));
    }

    private Order paid(int n) {
        Order order = place(n);
        pay(order);
        return load(order);
    }

    private Order packed(int n) {
        Order order = paid(n);
        core.fulfilment().fulfilOrder().release(order.id(), Map.of(), null, WAREHOUSE);
        core.fulfilment().fulfilOrder().pick(first(order), WAREHOUSE);
        core.fulfilment().fulfilOrder().pack(first(order), WAREHOUSE);
        return load(order);
    }

    private void pay(Order order) {
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(
                        order.id().purchase(), "tok_ok", key("pay-" + order.id()), "pay", LI_HERSELF));
    }

    private void pay(ChangeSet changeSet, String token) {
        core.modifications()
                .payModification()
                .pay(new PayModification.Command(
                        changeSet.id(), token, key("top-up-" + changeSet.id()), "top-up", LI_HERSELF));
    }

    private static CommandKey key(String key) {
        return new CommandKey("li", key);
    }

    private RequestModification.Outcome ask(Order order, Actor actor, boolean agreed, RequestedChange... changes) {
        return core.modifications()
                .requestModification()
                .request(
                        new RequestModification.Command(order.id(), List.of(changes), actor, null, agreed, null, null));
    }

    private static ChangeSet accepted(RequestModification.Outcome outcome) {
        return outcome.decide(new OutcomeOf<>("accepted") {
            @Override
            public ChangeSet asked(ChangeSet changeSet) {
                return changeSet;
            }
        });
    }

    private static Quote refused(RequestModification.Outcome outcome) {
        return outcome.decide(new OutcomeOf<>("refused") {
            @Override
            public Quote refused(Quote quote) {
                return quote;
            }
        });
    }

    private Order load(Order order) {
        return store.orders().find(order.id()).orElseThrow();
    }

    private ChangeSet changeSet(ChangeSet asked) {
        return store.changeSets().find(asked.id()).orElseThrow();
    }

    private PaymentIntent payment(Order order) {
        return store.payments().find(order.id().purchase()).orElseThrow();
    }

    private static FulfilmentId first(Order order) {
        return new FulfilmentId(new OrderId(order.id().purchase(), order.id().number()), 1);
    }

    /** The one outcome a test wants; every other one fails it. */
    private static class OutcomeOf<R> implements RequestModification.Outcome.Cases<R> {
        private final String wanted;

        OutcomeOf(String wanted) {
            this.wanted = wanted;
        }

        @Override
        public R asked(ChangeSet changeSet) {
            throw new AssertionError("not " + wanted + " but " + changeSet);
        }

        @Override
        public R refused(Quote quote) {
            throw new AssertionError("not " + wanted + " but refused: " + quote.overall() + quote.problems());
        }

        @Override
        public R alreadyOpen(ChangeSet other) {
            throw new AssertionError("not " + wanted + " but open: " + other);
        }
    }
}
