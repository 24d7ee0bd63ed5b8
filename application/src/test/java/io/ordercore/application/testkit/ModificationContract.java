package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.ChangeDesk.accepted;
import static io.ordercore.application.testkit.ChangeDesk.first;
import static io.ordercore.application.testkit.ChangeDesk.key;
import static io.ordercore.application.testkit.ChangeDesk.refused;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.li;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static io.ordercore.domain.testkit.TrackingFixtures.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordercore.application.Ordercore;
import io.ordercore.application.modification.ModificationPolicies;
import io.ordercore.application.modification.ModificationTerms;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.ChangeSetStep;
import io.ordercore.domain.modification.CutOff;
import io.ordercore.domain.modification.ModificationPolicy;
import io.ordercore.domain.modification.PricedAlternative;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.modification.RulingReason;
import io.ordercore.domain.modification.Stage;
import io.ordercore.domain.order.LineLedger;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changing an order does on any store: nothing is half done, nothing is lost, nobody wins twice. */
public abstract class ModificationContract extends StoreContract {
    private static final Address BEIJING = new Address("CN", "Beijing", "Beijing", "", "2 Gate Street", "100000");
    private static final Actor AGENT = new Actor("agent-7", Role.AGENT, Channel.HOTLINE, "MOVED_HOUSE");

    private Ordercore core;
    private ChangeDesk desk;
    private Instant now = TUESDAY_MORNING.plusSeconds(60);

    @BeforeEach
    void buildTheCore() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .clock(new TestClock(() -> now))
                .build();
        desk = new ChangeDesk(store, marketplace, core);
        marketplace.sells("blue-kettle", "99.00", 500);
        marketplace.sells("red-kettle", "109.00", 500);
        marketplace.sells("cup", "10.00", 500);
    }

    @Test
    void another_address_before_release_is_written_at_once_and_nothing_else() {
        Order order = desk.paid(1);

        ChangeSet done = accepted(desk.ask(order, LI_HERSELF, true, RequestedChange.address(BEIJING)));
        Order after = desk.load(order);

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
        Order order = desk.paid(1);

        ChangeSet asked =
                accepted(desk.ask(order, LI_HERSELF, true, RequestedChange.swap(1, 1, new Sku("red-kettle"))));
        assertThat(asked.status()).isEqualTo(ChangeSetStatus.AWAITING_PAYMENT);
        assertThat(asked.quote().due()).isEqualTo(yuan("10.00"));
        assertThat(marketplace.reserved("red-kettle")).isEqualTo(1);
        assertThat(marketplace.reserved("blue-kettle")).isEqualTo(2);

        desk.pay(asked, "tok_ok");
        Order after = desk.load(order);

        assertThat(desk.changeSet(asked).status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(after.payable()).isEqualTo(yuan("208.00")).isEqualTo(after.paid());
        assertThat(marketplace.reserved("red-kettle")).isEqualTo(1);
        assertThat(marketplace.reserved("blue-kettle")).isEqualTo(1);
        assertThat(desk.payment(order).captured()).isEqualTo(yuan("208.00"));
    }

    @Test
    void an_answer_that_got_lost_is_found_and_the_change_is_done_once() {
        Order order = desk.paid(1);
        ChangeSet asked = accepted(desk.ask(order, LI_HERSELF, true, RequestedChange.more(1, 1)));

        desk.pay(asked, "tok_timeout");
        assertThat(desk.changeSet(asked).status()).isEqualTo(ChangeSetStatus.AWAITING_PAYMENT);
        now = now.plusSeconds(60);
        core.payments().settlePayments().reconcile(10);
        core.dispatchEvents().dispatch(100);
        core.dispatchEvents().dispatch(100);

        assertThat(desk.changeSet(asked).status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(desk.load(order).line(1).orElseThrow().ordered()).isEqualTo(3);
        assertThat(desk.payment(order).captured()).isEqualTo(desk.load(order).payable());
    }

    @Test
    void a_quote_nobody_answers_ends_and_gives_back_what_it_held() {
        Order order = desk.paid(1);
        ChangeSet asked = accepted(desk.ask(order, LI_HERSELF, false, RequestedChange.add(new Sku("cup"), 4)));
        assertThat(marketplace.reserved("cup")).isEqualTo(4);

        now = asked.quote().until();
        assertThat(core.modifications().expireModifications().expire(10)).isEqualTo(1);
        assertThat(core.modifications().expireModifications().expire(10)).isZero();

        assertThat(desk.changeSet(asked).status()).isEqualTo(ChangeSetStatus.EXPIRED);
        assertThat(marketplace.reserved("cup")).isZero();
        assertThat(desk.load(order)).usingRecursiveComparison().isEqualTo(order);
    }

    @Test
    void money_that_comes_after_the_quote_has_ended_goes_back_once() {
        Order order = desk.paid(1);
        ChangeSet asked = accepted(desk.ask(order, LI_HERSELF, true, RequestedChange.more(1, 1)));
        desk.pay(asked, "tok_timeout");
        now = asked.quote().until();
        core.modifications().expireModifications().expire(10);

        for (int i = 0; i < 3; i++) {
            now = now.plusSeconds(60);
            core.payments().settlePayments().reconcile(10);
            core.dispatchEvents().dispatch(100);
        }

        Order after = desk.load(order);
        assertThat(after.line(1).orElseThrow().ordered()).isEqualTo(2);
        assertThat(after.paid()).isEqualTo(after.payable()).isEqualTo(yuan("198.00"));
        assertThat(after.snapshot().refunded()).isEqualTo(yuan("99.00"));
        assertThat(desk.payment(order).refundsPromised()).isEqualTo(yuan("99.00"));
    }

    @Test
    void fewer_units_are_paid_back_by_the_balance_over_both_captures() {
        Order order = desk.paid(1);
        desk.pay(accepted(desk.ask(order, LI_HERSELF, true, RequestedChange.more(1, 1))), "tok_ok");

        accepted(desk.ask(desk.load(order), LI_HERSELF, true, RequestedChange.cancel()));
        now = now.plusSeconds(60);
        core.payments().settlePayments().reconcile(10);

        Order after = desk.load(order);
        assertThat(after.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(after.snapshot().refunded())
                .isEqualTo(yuan("297.00"))
                .isEqualTo(desk.payment(order).captured());
        assertThat(marketplace.reserved("blue-kettle")).isZero();
    }

    @Test
    void adding_and_dropping_an_unpaid_line_refunds_nothing() {
        Order order = desk.place(1);
        accepted(desk.ask(order, LI_HERSELF, true, RequestedChange.add(new Sku("cup"), 1)));
        accepted(desk.ask(desk.load(order), LI_HERSELF, true, RequestedChange.drop(2)));

        desk.pay(order);
        Order after = desk.load(order);

        assertThat(after.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(after.snapshot().captured()).isEqualTo(yuan("198.00"));
        assertThat(after.snapshot().refundRequested()).isEqualTo(yuan("0.00"));
        assertThat(marketplace.reserved("cup")).isZero();
    }

    @Test
    void an_agents_proposal_waits_for_the_buyer_and_the_history_tells_who_asked() {
        Order order = desk.paid(1);
        ChangeSet asked = accepted(core.modifications()
                .requestModification()
                .request(new RequestModification.Command(
                        order.id(), List.of(RequestedChange.address(BEIJING)), AGENT, "call-17", true, null, null)));
        assertThat(asked.status()).isEqualTo(ChangeSetStatus.AWAITING_BUYER);

        core.modifications().answerModification().consent(asked.id(), LI_HERSELF, null);

        assertThat(desk.changeSet(asked).status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(desk.changeSet(asked).proof()).isEqualTo("call-17");
        OrderEvent told = store.orders().history(order.id(), order.version()).get(0);
        assertThat(told.actor()).isEqualTo(AGENT);
        assertThat(told.facts()).containsEntry("proof", "call-17").containsEntry("agreedAs", "BUYER");
        assertThat(desk.changeSet(asked).steps())
                .extracting(ChangeSetStep::status, step -> step.actor().role())
                .containsExactly(
                        tuple(ChangeSetStatus.AWAITING_BUYER, Role.AGENT),
                        tuple(ChangeSetStatus.QUOTED, Role.BUYER),
                        tuple(ChangeSetStatus.APPLIED, Role.AGENT));
    }

    @Test
    void a_parcel_out_for_delivery_is_known_by_what_its_carrier_said() {
        Order order = desk.packed(1);
        core.fulfilment().fulfilOrder().handOver(first(order), "sf", "SF12345678", WAREHOUSE);
        core.dispatchEvents().dispatch(100);
        Parcel parcel = store.parcels().find(first(order)).orElseThrow();
        store.parcels().save(parcel.heard(List.of(scan(TrackingStatus.OUT_FOR_DELIVERY, now)), List.of(), now));

        Quote refused = refused(desk.ask(order, LI_HERSELF, true, RequestedChange.address(BEIJING)));

        assertThat(refused.changes().get(0).stage()).isEqualTo(Stage.OUT_FOR_DELIVERY);
        assertThat(refused.alternatives())
                .containsExactly(new PricedAlternative(Alternative.REFUSE_AT_DOOR, yuan("0.00")));
    }

    @Test
    void what_was_packed_before_a_merchants_own_cut_off_counts_as_handed_over_from_then_on() {
        Map<String, String> entries = new HashMap<>(ModificationPolicy.STANDARD.entries());
        entries.put("version", "tea-house-1");
        entries.put("cut-off", "17:00 Asia/Shanghai");
        ModificationPolicies policies = new ModificationPolicies(
                ModificationPolicy.STANDARD, Map.of("tea-house", ModificationPolicy.read(entries)));
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .modifications(policies, ModificationTerms.STANDARD)
                .clock(new TestClock(() -> now))
                .build();
        desk = new ChangeDesk(store, marketplace, core);
        Order order = desk.packed(1);
        Instant cutOff = new CutOff(LocalTime.of(17, 0), ZoneId.of("Asia/Shanghai")).after(now);

        now = cutOff.minusSeconds(1);
        assertThat(desk.preview(order, RequestedChange.address(BEIJING)).isFeasible())
                .isTrue();
        now = cutOff;
        Quote refused = desk.preview(order, RequestedChange.address(BEIJING));

        assertThat(refused.policy()).isEqualTo("tea-house-1");
        assertThat(refused.overall().reasons()).contains(RulingReason.PAST_CUT_OFF);
        assertThat(refused.alternatives())
                .extracting(PricedAlternative::way)
                .containsExactly(Alternative.INTERCEPT_AND_REDIRECT, Alternative.REFUSE_AT_DOOR);
    }

    @Test
    void the_warehouse_gives_a_parcel_back_and_the_change_is_done_with_its_consent() {
        Order order = desk.packed(1);
        ChangeSet asked = accepted(desk.ask(order, LI_HERSELF, true, RequestedChange.address(BEIJING)));
        assertThat(asked.status()).isEqualTo(ChangeSetStatus.AWAITING_APPROVAL);
        assertThat(asked.quote().fee()).isEqualTo(yuan("5.00"));

        core.modifications().answerModification().approve(asked.id(), WAREHOUSE);
        assertThat(desk.changeSet(asked).status()).isEqualTo(ChangeSetStatus.AWAITING_PAYMENT);
        desk.pay(asked, "tok_ok");

        Order after = desk.load(order);
        assertThat(desk.changeSet(asked).status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(after.recipient().address()).isEqualTo(BEIJING);
        assertThat(after.lines().get(0).ledger().cancellable()).isEqualTo(2);
        assertThat(store.fulfilments().find(first(order)).orElseThrow().stage()).isEqualTo(FulfilmentStage.CANCELLED);
        assertThat(core.fulfilment().fulfilOrder().release(order.id(), Map.of(), null, WAREHOUSE))
                .isNotNull();
    }

    @Test
    void a_warehouse_that_says_no_leaves_everything_as_it_was() {
        Order order = desk.packed(1);
        ChangeSet asked = accepted(desk.ask(order, LI_HERSELF, true, RequestedChange.address(BEIJING)));

        core.modifications().answerModification().decline(asked.id(), WAREHOUSE);

        assertThat(desk.changeSet(asked).status()).isEqualTo(ChangeSetStatus.DECLINED);
        assertThat(desk.load(order)).usingRecursiveComparison().isEqualTo(order);
    }

    @Test
    void once_on_its_way_the_answer_is_every_other_way_with_its_price() {
        Order order = desk.packed(1);
        core.fulfilment().fulfilOrder().handOver(first(order), "sf", "SF12345678", WAREHOUSE);

        Quote refused = refused(
                desk.ask(desk.load(order), LI_HERSELF, true, RequestedChange.swap(1, 0, new Sku("red-kettle"))));

        assertThat(refused.alternatives())
                .containsExactly(
                        new PricedAlternative(Alternative.INTERCEPT_AND_RESHIP, yuan("27.00")),
                        new PricedAlternative(Alternative.EXCHANGE_AFTER_RECEIPT, yuan("12.00")));
    }

    @Test
    void an_order_that_moved_on_is_a_conflict_with_a_fresh_quote_and_frees_what_was_held() {
        Order order = desk.paid(1);
        ChangeSet asked =
                accepted(desk.ask(order, LI_HERSELF, false, RequestedChange.swap(1, 2, new Sku("red-kettle"))));
        core.fulfilment().fulfilOrder().release(order.id(), Map.of(), null, WAREHOUSE);

        core.modifications().answerModification().consent(asked.id(), LI_HERSELF, null);
        desk.pay(asked, "tok_ok");

        assertThat(desk.changeSet(asked).status()).isEqualTo(ChangeSetStatus.CONFLICTED);
        assertThat(desk.changeSet(asked).quote().baseVersion())
                .isGreaterThan(asked.quote().baseVersion());
        assertThat(marketplace.reserved("red-kettle")).isZero();
        assertThat(desk.load(order).paid()).isEqualTo(yuan("198.00"));
    }

    @Test
    void a_change_to_a_line_partly_on_its_way_leaves_what_is_on_its_way_alone() {
        Order order = desk.paid(1);
        core.fulfilment().fulfilOrder().release(order.id(), Map.of(1, 1), null, WAREHOUSE);
        core.fulfilment().fulfilOrder().pick(first(order), WAREHOUSE);
        core.fulfilment().fulfilOrder().pack(first(order), WAREHOUSE);
        core.fulfilment().fulfilOrder().handOver(first(order), "sf", "SF12345678", WAREHOUSE);

        ChangeSet done = accepted(desk.ask(desk.load(order), LI_HERSELF, true, RequestedChange.fewer(1, 1)));

        LineLedger ledger = desk.load(order).line(1).orElseThrow().ledger();
        assertThat(done.status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(ledger.get(Quantity.SHIPPED)).isEqualTo(1);
        assertThat(ledger.get(Quantity.CANCELLED)).isEqualTo(1);
        assertThat(store.fulfilments().find(first(order)).orElseThrow().stage()).isEqualTo(FulfilmentStage.HANDED_OVER);
        assertThat(marketplace.reserved("blue-kettle")).isZero();
        assertThat(desk.load(order).paid()).isEqualTo(yuan("99.00"));
    }

    @Test
    void a_payment_that_comes_after_the_order_was_cancelled_goes_back_once() {
        Order order = desk.place(1);
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(order.id().purchase(), "tok_timeout", key("pay-late"), "pay", LI_HERSELF));
        core.orders().cancelOrder().cancel(new CancelOrder.Command(order.id(), Map.of(), null, LI_HERSELF));

        for (int i = 0; i < 4; i++) {
            now = now.plusSeconds(60);
            core.payments().settlePayments().reconcile(10);
            core.dispatchEvents().dispatch(100);
        }

        assertThat(desk.load(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(desk.load(order).paid()).isEqualTo(yuan("0.00"));
        assertThat(desk.payment(order).refundsPromised())
                .isEqualTo(desk.payment(order).captured());
        assertThat(marketplace.reserved("blue-kettle")).isZero();
    }

    @Test
    void a_second_change_waits_until_the_first_is_answered() {
        Order order = desk.paid(1);
        ChangeSet first = accepted(desk.ask(order, LI_HERSELF, false, RequestedChange.address(BEIJING)));

        assertThat(desk.ask(order, LI_HERSELF, true, RequestedChange.note("ring"))
                        .<ChangeSetId>decide(new ChangeDesk.OutcomeOf<>("already open") {
                            @Override
                            public ChangeSetId alreadyOpen(ChangeSet other) {
                                return other.id();
                            }
                        }))
                .isEqualTo(first.id());
    }
}
