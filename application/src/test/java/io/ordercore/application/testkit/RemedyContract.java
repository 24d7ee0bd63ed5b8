package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.AfterSaleOutcomes.done;
import static io.ordercore.application.testkit.RemedyOutcomes.agreed;
import static io.ordercore.application.testkit.RemedyOutcomes.isAgreed;
import static io.ordercore.application.testkit.RemedyOutcomes.refused;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.aftersale.ClaimGoods;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.logistics.incident.ChooseRemedy;
import io.ordercore.application.logistics.incident.ChooseRemedy.RemedyDecision;
import io.ordercore.application.logistics.incident.IncidentCases.Filter;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Resolution;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.Remedy;
import io.ordercore.domain.logistics.incident.RemedyRefusal;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import io.ordercore.domain.order.LineLedger;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done about incidents on any store: exactly once, to the cent, and told at each step. */
public abstract class RemedyContract extends StoreContract {
    private static final Actor AGENT = Actor.of("agent-1", Role.AGENT);
    private static final String NUMBER = "TELL0001";

    private final TellingCarrier carrier = new TellingCarrier();
    private Ordercore core;
    private Instant now = TUESDAY_MORNING.plusSeconds(60);
    private int keys;

    @BeforeEach
    void buildTheCore() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .carriers(new Carriers(List.of(carrier)))
                .carrierPause(Duration.ofSeconds(10))
                .clock(new TestClock(() -> now))
                .build();
        marketplace.sells("blue-kettle", "99.00", 10);
    }

    @Test
    void a_lost_parcel_is_paid_back_as_the_buyer_chose() {
        Order order = lost(2);
        IncidentCase offered = theCase(order, IncidentKind.LOST);
        assertThat(offered.stage()).isEqualTo(CaseStage.REMEDY_OFFERED);
        assertThat(offered.offered()).containsExactly(Remedy.REFUND, Remedy.RESHIP, Remedy.KEEP_WAITING);

        IncidentCase done = agreed(choose(offered, Remedy.REFUND, LI_HERSELF));
        settle();

        assertThat(done.stage()).isEqualTo(CaseStage.RESOLVED);
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("198.00"));
        assertThat(ledger(order, 1).get(Quantity.LOST)).isEqualTo(2);
        assertThat(load(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(stage(order, 1)).isEqualTo(FulfilmentStage.CANCELLED);
        assertThat(told(order))
                .containsExactly(
                        "parcel-stalled", "remedy-keep-waiting", "parcel-lost", "remedy-offered", "remedy-refund");
        assertThat(notice(order, "remedy-refund").facts()).containsEntry("amount", "CNY 198.00");
        assertThat(agreed(choose(offered, Remedy.REFUND, LI_HERSELF))).isEqualTo(done);
        assertThat(refused(choose(offered, Remedy.RESHIP, AGENT))).containsExactly(RemedyRefusal.CASE_OVER);
    }

    @Test
    void a_lost_parcel_is_sent_again_from_the_shelf_and_what_is_sold_out_is_paid_back() {
        Order first = lost(2);
        agreed(choose(theCase(first, IncidentKind.LOST), Remedy.RESHIP, LI_HERSELF));
        assertThat(marketplace.reserved("blue-kettle")).isEqualTo(2);
        assertThat(ledger(first, 2).get(Quantity.RESERVED)).isEqualTo(2);
        assertThat(load(first).payable()).isEqualTo(yuan("198.00"));
        deliver(first, 2, "TELL0002");
        assertThat(load(first).snapshot().refunded()).isEqualTo(yuan("0.00"));
        assertThat(store.stock().find(new Sku("blue-kettle")).orElseThrow().onHand())
                .isEqualTo(6);
    }

    @Test
    void what_cannot_be_sent_again_is_paid_back() {
        Order order = lost(6);
        agreed(choose(theCase(order, IncidentKind.LOST), Remedy.RESHIP, AGENT));
        settle();
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("594.00"));
        assertThat(marketplace.reserved("blue-kettle")).isZero();
        assertThat(notice(order, "remedy-reship").facts()).containsEntry("amount", "CNY 594.00");
    }

    @Test
    void nobody_chooses_and_the_policy_does() {
        Order order = lost(1);
        pass(Duration.ofHours(50));
        settle();
        IncidentCase done = theCase(order, IncidentKind.LOST);
        assertThat(done.remedy()).isEqualTo(Remedy.REFUND);
        assertThat(done.history().get(done.history().size() - 1).what()).isEqualTo("REFUND by remedies");
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("99.00"));
    }

    @Test
    void a_buyer_who_waits_in_vain_is_asked_again_without_waiting() {
        Order order = lost(1);
        agreed(choose(theCase(order, IncidentKind.LOST), Remedy.KEEP_WAITING, LI_HERSELF));
        pass(Duration.ofDays(5));
        IncidentCase again = theCase(order, IncidentKind.LOST);
        assertThat(again.offered()).containsExactly(Remedy.REFUND, Remedy.RESHIP);
        assertThat(refused(choose(again, Remedy.KEEP_WAITING, LI_HERSELF))).containsExactly(RemedyRefusal.NOT_OFFERED);
        assertThat(agreed(choose(again, Remedy.KEEP_WAITING, AGENT)).stage()).isEqualTo(CaseStage.REMEDY_OFFERED);
        assertThat(agreed(choose(again, Remedy.RESHIP, LI_HERSELF)).stage()).isEqualTo(CaseStage.RESOLVED);
    }

    @Test
    void the_lost_parcel_turns_up_after_its_refund_and_agents_see_it() {
        Order order = lost(1);
        agreed(choose(theCase(order, IncidentKind.LOST), Remedy.REFUND, LI_HERSELF));
        carrier.says(NUMBER, TrackingStatus.IN_TRANSIT, null, now);
        pass(Duration.ofDays(2));
        IncidentCase open = theCase(order, IncidentKind.LOST);
        assertThat(open.stage()).isEqualTo(CaseStage.OPEN);
        assertThat(core.incidents().handleIncidents().workList(Filter.ALL, 9)).containsExactly(open);
        assertThat(told(order)).endsWith("parcel-turned-up-late");
        assertThat(refused(choose(open, Remedy.RESHIP, AGENT))).containsExactly(RemedyRefusal.ALREADY_CHOSEN);

        core.incidents().handleIncidents().resolve(open.id(), "keep it, with our compliments", AGENT);
        carrier.says(NUMBER, TrackingStatus.OUT_FOR_DELIVERY, null, now);
        pass(Duration.ofDays(2));
        assertThat(theCase(order, IncidentKind.LOST).stage()).isEqualTo(CaseStage.RESOLVED);
        carrier.says(NUMBER, TrackingStatus.DELIVERED, null, now);
        pass(Duration.ofDays(2));
        assertThat(theCase(order, IncidentKind.LOST).stage()).isEqualTo(CaseStage.OPEN);
        assertThat(load(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(ledger(order, 1).get(Quantity.DELIVERED)).isZero();
        settle();
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("99.00"));
    }

    @Test
    void a_damaged_parcel_may_be_kept_for_a_part_of_the_money() {
        Order order = shipped(2);
        carrier.says(NUMBER, TrackingStatus.IN_TRANSIT, IncidentKind.DAMAGED, now);
        pass(Duration.ofHours(6));
        carrier.says(NUMBER, TrackingStatus.DELIVERED, null, now);
        pass(Duration.ofHours(6));
        IncidentCase damaged = theCase(order, IncidentKind.DAMAGED);
        agreed(choose(damaged, Remedy.PARTIAL_REFUND, LI_HERSELF));
        settle();
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("59.40"));
        assertThat(load(order).payable()).isEqualTo(yuan("138.60"));
        assertThat(ledger(order, 1).kept()).isEqualTo(2);
    }

    @Test
    void damaged_goods_at_the_buyers_are_written_off_and_replaced() {
        Order order = shipped(1);
        carrier.says(NUMBER, TrackingStatus.IN_TRANSIT, IncidentKind.DAMAGED, now);
        carrier.says(NUMBER, TrackingStatus.DELIVERED, null, now.plusSeconds(60));
        pass(Duration.ofHours(6));
        agreed(choose(theCase(order, IncidentKind.DAMAGED), Remedy.RESHIP, LI_HERSELF));
        assertThat(ledger(order, 1).get(Quantity.WRITTEN_OFF)).isOne();
        assertThat(stage(order, 1)).isEqualTo(FulfilmentStage.DELIVERED);
        assertThat(marketplace.reserved("blue-kettle")).isOne();
    }

    @Test
    void a_delay_has_a_new_date_at_once_and_when_that_passes_a_choice_with_a_voucher() {
        Order order = shipped(1);
        carrier.says(NUMBER, TrackingStatus.IN_TRANSIT, IncidentKind.DELAYED, now);
        pass(Duration.ofHours(6));
        IncidentCase told = theCase(order, IncidentKind.DELAYED);
        assertThat(told.remedy()).isEqualTo(Remedy.KEEP_WAITING);
        assertThat(notice(order, "remedy-keep-waiting").facts()).containsKey("until");
        pass(Duration.ofDays(5));
        IncidentCase again = theCase(order, IncidentKind.DELAYED);
        assertThat(again.offered()).containsExactly(Remedy.KEEP_WAITING, Remedy.VOUCHER, Remedy.RETURN);
        agreed(choose(again, Remedy.VOUCHER, LI_HERSELF));
        assertThat(core.incidents().findVouchers().of(order.buyer()))
                .extracting(voucher -> voucher.amount())
                .containsExactly(yuan("9.90"));
        assertThat(load(order).paid()).isEqualTo(yuan("99.00"));
    }

    @Test
    void a_carrier_that_does_not_bring_it_back_leaves_the_other_choices() {
        Order order = shipped(1);
        carrier.says(NUMBER, TrackingStatus.DELIVERY_FAILED, IncidentKind.REFUSED, now);
        pass(Duration.ofHours(6));
        agreed(choose(theCase(order, IncidentKind.REFUSED), Remedy.RETURN, LI_HERSELF));
        assertThat(refused(choose(theCase(order, IncidentKind.REFUSED), Remedy.REFUND, AGENT)))
                .containsExactly(RemedyRefusal.ALREADY_CHOSEN);
        pass(Duration.ofHours(6));
        assertThat(told(order)).contains("remedy-return", "remedy-return-refused");
        assertThat(theCase(order, IncidentKind.REFUSED).offered()).containsExactly(Remedy.KEEP_WAITING);
        assertThat(load(order).paid()).isEqualTo(yuan("99.00"));
    }

    @Test
    void a_parcel_that_comes_back_by_itself_is_paid_back_once() {
        Order order = shipped(1);
        carrier.says(NUMBER, TrackingStatus.DELIVERY_FAILED, IncidentKind.REFUSED, now);
        carrier.says(NUMBER, TrackingStatus.RETURNING, null, now.plusSeconds(60));
        pass(Duration.ofHours(6));
        agreed(choose(theCase(order, IncidentKind.REFUSED), Remedy.RETURN, LI_HERSELF));
        carrier.says(NUMBER, TrackingStatus.RETURNED, null, now);
        pass(Duration.ofHours(12));
        settle();
        assertThat(theCase(order, IncidentKind.REFUSED).stage()).isEqualTo(CaseStage.RESOLVED);
        assertThat(told(order)).endsWith("parcel-returned");
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("99.00"));
        assertThat(ledger(order, 1).get(Quantity.RETURNED_TO_SENDER)).isOne();
    }

    @Test
    void what_came_back_by_itself_is_on_the_shelf_again_when_the_warehouse_says_so_once() {
        Order order = shipped(1);
        long before = onHand();
        carrier.says(NUMBER, TrackingStatus.RETURNED, null, now);
        pass(Duration.ofHours(12));
        FulfilmentId parcel = new FulfilmentId(order.id(), 1);
        assertThat(onHand()).isEqualTo(before);
        FulfilOrder.Outcome first = core.interceptions().receiveParcel().receive(parcel, true, WAREHOUSE);
        FulfilOrder.Outcome again = core.interceptions().receiveParcel().receive(parcel, true, WAREHOUSE);
        assertThat(first)
                .isEqualTo(
                        new FulfilOrder.Moved(store.fulfilments().find(parcel).orElseThrow()));
        assertThat(again).isEqualTo(new FulfilOrder.Refused(Set.of(OrderRefusal.WRONG_STATUS)));
        assertThat(onHand()).isEqualTo(before + 1);
        assertThat(load(order).snapshot().refundRequested()).isEqualTo(yuan("99.00"));
    }

    @Test
    void what_came_back_by_itself_is_restocked_even_after_its_order_was_closed() {
        Order order = shipped(1);
        long before = onHand();
        carrier.says(NUMBER, TrackingStatus.RETURNED, null, now);
        pass(Duration.ofHours(12));
        pass(Duration.ofDays(60));
        core.orders().meetDeadlines().meet(10);
        assertThat(load(order).status()).isEqualTo(OrderStatus.CLOSED);
        core.interceptions().receiveParcel().receive(new FulfilmentId(order.id(), 1), true, WAREHOUSE);
        assertThat(onHand()).isEqualTo(before + 1);
        assertThat(load(order).status()).isEqualTo(OrderStatus.CLOSED);
    }

    @Test
    void a_claim_that_was_faster_leaves_nothing_to_remedy() {
        Order order = lost(1);
        ClaimGoods claims = core.afterSale().claimGoods();
        Claim filed = done(claims.file(new ClaimGoods.Command(
                order.id(), Reason.LOST, Map.of(), 1, Resolution.REFUND, "never came", LI_HERSELF)));
        done(claims.approve(filed.id(), null, AGENT));
        assertThat(refused(choose(theCase(order, IncidentKind.LOST), Remedy.RESHIP, LI_HERSELF)))
                .containsExactly(RemedyRefusal.SETTLED_OTHERWISE);
        settle();
        assertThat(theCase(order, IncidentKind.LOST).stage()).isEqualTo(CaseStage.RESOLVED);
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("99.00"));
    }

    @Test
    void a_delivery_that_was_faster_leaves_nothing_to_remedy() {
        Order order = lost(1);
        core.fulfilment().fulfilOrder().deliver(new FulfilmentId(order.id(), 1), WAREHOUSE);
        assertThat(refused(choose(theCase(order, IncidentKind.LOST), Remedy.REFUND, LI_HERSELF)))
                .containsExactly(RemedyRefusal.DELIVERED);
        settle();
        assertThat(theCase(order, IncidentKind.LOST).stage()).isEqualTo(CaseStage.RESOLVED);
        assertThat(load(order).paid()).isEqualTo(yuan("99.00"));
    }

    @Test
    void choices_and_a_delivery_at_the_same_time_have_one_outcome() throws Exception {
        Order order = lost(1);
        IncidentCase it = theCase(order, IncidentKind.LOST);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(() -> isAgreed(choose(it, Remedy.REFUND, LI_HERSELF)));
            all.add(() -> isAgreed(choose(it, Remedy.RESHIP, AGENT)));
        }
        all.add(() -> {
            core.fulfilment().fulfilOrder().deliver(new FulfilmentId(order.id(), 1), WAREHOUSE);
            return false;
        });
        ExecutorService threads = Executors.newFixedThreadPool(7);
        try {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                ended(one);
            }
        } finally {
            threads.shutdown();
        }
        settle();

        LineLedger line = ledger(order, 1);
        assertThat(line.get(Quantity.DELIVERED) + line.get(Quantity.LOST)).isOne();
        long again = load(order).lines().size() - 1L;
        int backs = load(order).snapshot().refunded().isZero() ? 0 : 1;
        assertThat(again + backs).isEqualTo(line.get(Quantity.LOST));
        assertThat(marketplace.reserved("blue-kettle")).isEqualTo(again);
    }

    @Test
    void a_missed_deadline_is_escalated_and_found_on_the_work_list() {
        Order order = shipped(1);
        carrier.says(NUMBER, TrackingStatus.EXCEPTION, IncidentKind.UNSPECIFIED, now);
        pass(Duration.ofHours(6));
        Filter late = new Filter(null, null, true);
        assertThat(core.incidents().handleIncidents().workList(late, 9)).isEmpty();
        pass(Duration.ofDays(3));
        IncidentCase it = theCase(order, IncidentKind.UNSPECIFIED);
        assertThat(it.escalations()).isOne();
        assertThat(core.incidents().handleIncidents().workList(late, 9)).containsExactly(it);
    }

    /** Whoever is late learns that something changed; nothing else may go wrong. */
    private static boolean ended(Future<Boolean> one) throws Exception {
        try {
            return one.get();
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(StaleVersionException.class);
            return false;
        }
    }

    private RemedyDecision choose(IncidentCase it, Remedy remedy, Actor actor) {
        return core.incidents().chooseRemedy().choose(new ChooseRemedy.Command(it.id(), remedy, actor));
    }

    /** Silent until it is taken for lost, and the buyer may choose. */
    private Order lost(int units) {
        Order order = shipped(units);
        pass(Duration.ofDays(15));
        return order;
    }

    private Order shipped(int units) {
        Order order = marketplace.place(1, line("blue-kettle", units, "99.00"));
        keys++;
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(
                        order.id().purchase(), "tok_ok", new CommandKey("li", "remedy-" + keys), "pay", LI_HERSELF));
        ship(order, 1, NUMBER);
        work();
        return load(order);
    }

    private void deliver(Order order, int number, String tracking) {
        ship(order, number, tracking);
        core.fulfilment().fulfilOrder().deliver(new FulfilmentId(order.id(), number), WAREHOUSE);
    }

    private void ship(Order order, int number, String tracking) {
        FulfilmentId id = new FulfilmentId(order.id(), number);
        core.fulfilment().fulfilOrder().release(order.id(), Map.of(), null, WAREHOUSE);
        core.fulfilment().fulfilOrder().pick(id, WAREHOUSE);
        core.fulfilment().fulfilOrder().pack(id, WAREHOUSE);
        core.fulfilment().fulfilOrder().handOver(id, TellingCarrier.CODE, tracking, WAREHOUSE);
    }

    private void pass(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plus(Duration.ofHours(12));
            work();
        }
    }

    private void work() {
        core.dispatchEvents().dispatch(100);
        core.trackParcels().poll(100);
        core.incidents().handleIncidents().listenForSilence(100);
        core.interceptions().askCarriers().ask(100);
        for (int i = 0; i < 4; i++) {
            core.incidents().handleIncidents().advance(100);
        }
        core.dispatchEvents().dispatch(100);
    }

    private void settle() {
        for (int i = 0; i < 2; i++) {
            now = now.plusSeconds(60);
            core.payments().settlePayments().reconcile(10);
            core.dispatchEvents().dispatch(100);
        }
    }

    private IncidentCase theCase(Order order, IncidentKind kind) {
        return core.incidents().handleIncidents().of(order.id()).stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private long onHand() {
        return store.stock().find(new Sku("blue-kettle")).orElseThrow().onHand();
    }

    private LineLedger ledger(Order order, int line) {
        return load(order).line(line).orElseThrow().ledger();
    }

    private FulfilmentStage stage(Order order, int number) {
        return store.fulfilments()
                .find(new FulfilmentId(order.id(), number))
                .orElseThrow()
                .stage();
    }

    private Order load(Order order) {
        return store.orders().find(order.id()).orElseThrow();
    }

    /** In the order in which it was told. */
    private List<String> told(Order order) {
        List<String> codes = new ArrayList<>();
        for (Notice notice : inbox(order)) {
            codes.add(0, notice.code());
        }
        return codes;
    }

    private Notice notice(Order order, String code) {
        @Nullable
        Notice found = inbox(order).stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElse(null);
        if (found == null) {
            throw new AssertionError("never told " + code + ", but " + told(order));
        }
        return found;
    }

    private List<Notice> inbox(Order order) {
        return core.readNotices().inbox(Recipient.buyer(order.buyer().value()), null, 99);
    }
}
