package io.ordercore.domain.order;

import static io.ordercore.domain.order.Decisions.decision;
import static io.ordercore.domain.order.Decisions.reasons;
import static io.ordercore.domain.testkit.Fixtures.LI;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static io.ordercore.domain.testkit.OrderBuilder.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.stock.StockMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What each step leaves in the history, in the stock and in the deadline. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OrderHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-03T10:00:00Z");
    private static final OrderTerms TERMS = OrderTerms.STANDARD;
    private static final Money NOTHING = yuan("0.00");
    private static final Recipient WANG = new Recipient(
            "Wang Wei",
            new PhoneNumber("+8613900000000"),
            new Address("CN", "Beijing", "Beijing", "", "2 Gate Street", "100000"));

    @Test
    void the_warehouses_steps_name_the_fulfilment_and_its_units() {
        OrderDecision.Changed released = decision(paid().release(Map.of(1, 1), WAREHOUSE, NOW));
        assertEvents(released, event(OrderEventType.RELEASED, Map.of("fulfilment", "1", "line.1", "1")));
        OrderDecision.Changed second = decision(released.order().release(Map.of(), WAREHOUSE, NOW));
        assertEvents(second, event(OrderEventType.RELEASED, Map.of("fulfilment", "2", "line.1", "1")));
        OrderDecision.Changed picked = decision(released.order().pick(1, WAREHOUSE, NOW));
        assertEvents(picked, event(OrderEventType.PICKING, Map.of("fulfilment", "1")));
        OrderDecision.Changed packed = decision(picked.order().pack(1, Map.of(1, 1), WAREHOUSE, NOW));
        assertEvents(packed, event(OrderEventType.PACKED, Map.of("fulfilment", "1", "line.1", "1")));
        OrderDecision.Changed handedOver =
                decision(packed.order().handOver(1, Map.of(1, 1), Map.of("carrier", "sf"), WAREHOUSE, NOW));
        assertEvents(
                handedOver,
                event(OrderEventType.HANDED_OVER, Map.of("fulfilment", "1", "line.1", "1", "carrier", "sf")));
        assertThat(handedOver.stock()).containsExactly(new StockMove(StockMove.Kind.SHIP, new Sku("kettle"), 1));
        OrderDecision.Changed delivered = decision(handedOver.order().deliver(1, Map.of(1, 1), TERMS, WAREHOUSE, NOW));
        assertEvents(delivered, event(OrderEventType.DELIVERED, Map.of("fulfilment", "1", "line.1", "1")));
        assertThat(delivered.order().fulfilmentStatus()).isEqualTo(FulfilmentStatus.PARTIAL);
        assertThat(delivered.order().receive(TERMS, LI_HERSELF, NOW).isChanged())
                .isFalse();
    }

    @Test
    void what_the_warehouse_gives_back_is_reserved_again() {
        Order released = anOrder().paid().released().build();
        OrderDecision.Changed back = decision(released.recall(1, Map.of(1, 2), Quantity.RELEASED, WAREHOUSE, NOW));
        assertEvents(back, event(OrderEventType.RECALLED, Map.of("fulfilment", "1", "line.1", "2")));
        assertThat(back.order().lines().get(0).ledger().get(Quantity.RESERVED)).isEqualTo(2);
    }

    @Test
    void an_order_tells_how_it_is_paid_and_shipped() {
        Order unpaid = anOrder().build();
        assertThat(unpaid.paymentStatus()).isEqualTo(PaymentStatus.NONE);
        assertThat(unpaid.fulfilmentStatus()).isEqualTo(FulfilmentStatus.UNFULFILLED);
        assertThat(unpaid.buyer()).isEqualTo(LI);
        assertThat(paid().paymentStatus()).isEqualTo(PaymentStatus.PAID);
        Order shipped = anOrder().paid().released().packed().handedOver().build();
        assertThat(shipped.fulfilmentStatus()).isEqualTo(FulfilmentStatus.SHIPPED);
        Order cancelled = changed(paid().cancel(Map.of(1, 1), LI_HERSELF, NOW));
        assertThat(cancelled
                        .refundSettled(yuan("99.00"), LI_HERSELF, NOW)
                        .order()
                        .paymentStatus())
                .isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    }

    @Test
    void money_that_comes_late_or_more_or_does_not_go_back_is_told() {
        OrderDecision.Changed late = paid().refundLatePayment(yuan("5.00"), LI_HERSELF, NOW);
        assertEvents(
                late,
                event(OrderEventType.PAID_LATE, Map.of("captured", "CNY 5.00")),
                event(OrderEventType.REFUND_REQUESTED, Map.of("amount", "CNY 5.00")));
        assertThat(late.refundDue()).isEqualTo(yuan("5.00"));
        OrderDecision.Changed more = decision(paid().topUp(yuan("5.00"), LI_HERSELF, NOW));
        assertEvents(more, event(OrderEventType.TOPPED_UP, Map.of("captured", "CNY 5.00")));
        assertThat(reasons(anOrder().build().topUp(yuan("5.00"), LI_HERSELF, NOW)))
                .containsExactly(OrderRefusal.WRONG_STATUS);
        OrderDecision.Changed back = decision(more.order().refundOverpayment(LI_HERSELF, NOW));
        assertEvents(back, event(OrderEventType.REFUND_REQUESTED, Map.of("amount", "CNY 5.00")));
        assertThat(reasons(paid().refundOverpayment(LI_HERSELF, NOW))).containsExactly(OrderRefusal.NOTHING_LEFT);
        assertEvents(
                paid().refundFailed(yuan("5.00"), LI_HERSELF, NOW),
                event(OrderEventType.REFUND_FAILED, Map.of("amount", "CNY 5.00")));
    }

    @Test
    void a_change_says_what_it_did_to_lines_recipient_and_delivery() {
        OrderModification change = new OrderModification(
                "cs-1",
                Map.of(1, 1),
                Map.of(2, 2),
                List.of(new AddedLine(new Sku("teapot"), "A teapot", yuan("1.00"), 3)),
                WANG,
                null,
                yuan("4.00"));
        Order before = anOrder()
                .with("kettle", 2, "99.00")
                .with("cup", 1, "10.00")
                .paid()
                .build();
        OrderDecision.Changed modified = decision(before.modify(change, Map.of(), TERMS, LI_HERSELF, NOW));

        assertThat(modified.events().get(0))
                .isEqualTo(new OrderEvent(
                        before.id(),
                        before.version() + 1,
                        OrderEventType.MODIFIED,
                        LI_HERSELF,
                        NOW,
                        Map.of(
                                "change", "cs-1",
                                "line.1.fewer", "1",
                                "line.2.more", "2",
                                "line.3.sku", "teapot",
                                "line.3.more", "3",
                                "recipient", "changed",
                                "shipping", "CNY 4.00")));
        assertThat(modified.stock())
                .containsExactly(
                        new StockMove(StockMove.Kind.RESERVE, new Sku("cup"), 2),
                        new StockMove(StockMove.Kind.RESERVE, new Sku("teapot"), 3),
                        new StockMove(StockMove.Kind.RELEASE, new Sku("kettle"), 1));
        assertThat(modified.order().recipient()).isEqualTo(WANG);
        assertThat(reasons(before.modify(
                        new OrderModification("cs-2", Map.of(1, 3), Map.of(9, 1), List.of(), null, null, NOTHING),
                        Map.of(),
                        TERMS,
                        LI_HERSELF,
                        NOW)))
                .containsExactlyInAnyOrder(OrderRefusal.TOO_MANY_UNITS, OrderRefusal.UNKNOWN_LINE);
    }

    @Test
    void a_change_that_leaves_nothing_cancels_and_one_that_leaves_delivered_goods_waits_for_receipt() {
        OrderModification all = new OrderModification("cs-1", Map.of(1, 2), Map.of(), List.of(), null, null, NOTHING);
        OrderDecision.Changed cancelled = decision(paid().modify(all, Map.of(), TERMS, LI_HERSELF, NOW));
        assertThat(cancelled.order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.events())
                .extracting(OrderEvent::type)
                .containsExactly(OrderEventType.MODIFIED, OrderEventType.REFUND_REQUESTED, OrderEventType.CANCELLED);

        Order partly = anOrder()
                .with("kettle", 2, "99.00")
                .paid()
                .then(it -> changed(it.release(Map.of(1, 1), WAREHOUSE, NOW)))
                .then(it -> changed(it.pack(1, Map.of(1, 1), WAREHOUSE, NOW)))
                .then(it -> changed(it.handOver(1, Map.of(1, 1), Map.of(), WAREHOUSE, NOW)))
                .then(it -> changed(it.deliver(1, Map.of(1, 1), TERMS, WAREHOUSE, NOW)))
                .build();
        OrderModification rest = new OrderModification("cs-1", Map.of(1, 1), Map.of(), List.of(), null, null, NOTHING);
        assertThat(changed(partly.modify(rest, Map.of(), TERMS, LI_HERSELF, NOW))
                        .snapshot()
                        .dueAt())
                .isEqualTo(NOW.plus(TERMS.receiveWithin()));
        OrderModification other = new OrderModification("cs-1", Map.of(), Map.of(), List.of(), WANG, null, NOTHING);
        assertThat(changed(partly.modify(other, Map.of(), TERMS, LI_HERSELF, NOW))
                        .snapshot()
                        .dueAt())
                .isNull();
    }

    @Test
    void a_hold_of_the_same_type_is_replaced_and_others_stay() {
        Hold risk = Hold.of(Hold.Type.RISK, "velocity", NOW);
        Hold again = Hold.of(Hold.Type.RISK, "chargeback", NOW);
        Hold address = Hold.of(Hold.Type.ADDRESS_VERIFICATION, "no-such-street", NOW);
        OrderDecision.Changed held = decision(paid().hold(risk, LI_HERSELF, NOW));
        assertEvents(held, event(OrderEventType.HOLD_PLACED, Map.of("hold", "RISK", "reason", "velocity")));
        Order both =
                changed(changed(held.order().hold(address, LI_HERSELF, NOW)).hold(again, LI_HERSELF, NOW));
        assertThat(both.holds()).containsExactly(address, again);
        OrderDecision.Changed resolved = decision(both.resolveHold(Hold.Type.RISK, LI_HERSELF, NOW));
        assertThat(resolved.order().holds()).containsExactly(address);
        assertEvents(resolved, event(OrderEventType.HOLD_RESOLVED, Map.of("hold", "RISK")));
        assertThat(reasons(resolved.order().resolveHold(Hold.Type.RISK, LI_HERSELF, NOW)))
                .containsExactly(OrderRefusal.NOTHING_LEFT);
        Order over = changed(paid().cancel(Map.of(), LI_HERSELF, NOW));
        assertThat(reasons(over.hold(risk, LI_HERSELF, NOW))).containsExactly(OrderRefusal.WRONG_STATUS);
    }

    @Test
    void parcels_go_elsewhere_cost_more_and_fees_go_back() {
        Order shipped = anOrder()
                .shippedFor("6.00")
                .paid()
                .released()
                .packed()
                .handedOver()
                .build();
        OrderDecision.Changed redirected = decision(care(shipped).redirect(WANG));
        assertEvents(redirected, event(OrderEventType.REDIRECTED, Map.of("for", "ref-1")));
        assertThat(redirected.order().recipient()).isEqualTo(WANG);
        OrderDecision.Changed charged = decision(care(shipped).charge(yuan("10.00")));
        assertEvents(charged, event(OrderEventType.CHARGED, Map.of("for", "ref-1", "amount", "CNY 10.00")));
        assertThat(charged.order().snapshot().shipping()).isEqualTo(yuan("16.00"));
        OrderDecision.Changed back = decision(care(shipped).giveBack(yuan("10.00")));
        assertThat(back.events().get(0).facts()).containsEntry("amount", "CNY 6.00");
        assertThat(back.order().snapshot().shipping()).isEqualTo(NOTHING);
        assertThat(decision(care(shipped).giveBack(yuan("6.00"))).refundDue()).isEqualTo(yuan("6.00"));
        assertThat(decision(care(shipped).giveBack(yuan("2.00"))).refundDue()).isEqualTo(yuan("2.00"));
        assertThat(reasons(care(back.order()).giveBack(yuan("1.00")))).containsExactly(OrderRefusal.NOTHING_LEFT);
    }

    @Test
    void goods_that_come_back_are_counted_and_restocked() {
        Order there =
                anOrder().paid().released().packed().handedOver().delivered().build();
        OrderDecision.Changed asked = decision(care(there).requestReturn(Map.of(1, 2)));
        assertEvents(asked, event(OrderEventType.RETURN_REQUESTED, Map.of("for", "ref-1", "line.1", "2")));
        OrderDecision.Changed withdrawn = decision(care(asked.order()).withdrawReturn(Map.of(1, 1)));
        assertEvents(withdrawn, event(OrderEventType.RETURN_WITHDRAWN, Map.of("for", "ref-1", "line.1", "1")));
        assertThat(withdrawn.order().lines().get(0).ledger().get(Quantity.RETURN_REQUESTED))
                .isEqualTo(1);
        assertThat(reasons(care(withdrawn.order()).withdrawReturn(Map.of(1, 2))))
                .containsExactly(OrderRefusal.TOO_MANY_UNITS);
        OrderDecision.Changed received = decision(care(asked.order()).takeBack(Map.of(1, 2), Map.of(1, 1)));
        assertEvents(
                received,
                event(OrderEventType.RETURN_RECEIVED, Map.of("for", "ref-1", "line.1", "2", "sellable.1", "1")));
        assertThat(received.stock()).containsExactly(new StockMove(StockMove.Kind.RESTOCK, new Sku("kettle"), 1));
        OrderDecision.Changed refunded = decision(care(received.order()).refund(Map.of(1, 2), yuan("3.00")));
        assertThat(refunded.events())
                .extracting(OrderEvent::type)
                .startsWith(OrderEventType.UNITS_REFUNDED, OrderEventType.CHARGED, OrderEventType.REFUND_REQUESTED);
        assertThat(refunded.events().get(0).facts())
                .containsEntry("worth", "CNY 198.00")
                .containsEntry("line.1", "2");
        assertThat(refunded.refundDue()).isEqualTo(yuan("195.00"));
    }

    @Test
    void worthless_goods_are_written_off_and_replaced() {
        Order there =
                anOrder().paid().released().packed().handedOver().delivered().build();
        OrderDecision.Changed off = decision(care(there).writeOff(Map.of(1, 1)));
        assertEvents(off, event(OrderEventType.WRITTEN_OFF, Map.of("for", "ref-1", "line.1", "1")));
        AddedLine other = new AddedLine(new Sku("red"), "Red kettle", yuan("99.00"), 1);
        OrderDecision.Changed instead = decision(care(off.order()).sendInstead(1, 1, other));
        assertEvents(
                instead,
                event(OrderEventType.REPLACED, Map.of("for", "ref-1", "line.1", "1", "by", "2", "sku", "red")));
        assertThat(instead.order().line(2)).hasValueSatisfying(line -> {
            assertThat(line.ledger().unallocated()).isEqualTo(1);
            assertThat(line.payable()).isEqualTo(yuan("99.00"));
        });
        assertThat(instead.order().line(1).orElseThrow().ledger().get(Quantity.REFUNDED))
                .isEqualTo(1);
        assertThat(reasons(care(instead.order()).sendInstead(1, 1, other)))
                .containsExactly(OrderRefusal.TOO_MANY_UNITS);
        OrderDecision.Changed given = decision(care(instead.order()).giveUp(Map.of(2, 1)));
        assertEvents(
                given,
                event(OrderEventType.LINES_CANCELLED, Map.of("for", "ref-1", "line.2", "1")),
                event(OrderEventType.REFUND_REQUESTED, Map.of("amount", "CNY 99.00")));
        OrderDecision.Changed another = decision(care(there).sendAnother(1, 2));
        assertThat(another.order().line(2).orElseThrow().payable()).isEqualTo(NOTHING);
        assertThat(another.order().line(2).orElseThrow().ordered()).isEqualTo(2);
        assertThat(another.events()).extracting(OrderEvent::type).containsExactly(OrderEventType.REPLACED);
    }

    @Test
    void a_completed_order_stays_open_for_as_long_again() {
        Order done = anOrder()
                .paid()
                .released()
                .packed()
                .handedOver()
                .delivered()
                .received()
                .build();
        Instant later = NOW.plusSeconds(99);
        Order again =
                changed(Aftercare.of(done, "ref-1", TERMS, LI_HERSELF, later).writeOff(Map.of(1, 1)));
        assertThat(again.snapshot().dueAt()).isEqualTo(later.plus(TERMS.closeAfter()));
        assertThat(again.status()).isEqualTo(OrderStatus.COMPLETED);
    }

    private static Order paid() {
        return anOrder().paid().build();
    }

    private static Aftercare care(Order order) {
        return Aftercare.of(order, "ref-1", TERMS, LI_HERSELF, NOW);
    }

    private static Map.Entry<OrderEventType, Map<String, String>> event(
            OrderEventType type, Map<String, String> facts) {
        return Map.entry(type, facts);
    }

    @SafeVarargs
    private static void assertEvents(
            OrderDecision.Changed change, Map.Entry<OrderEventType, Map<String, String>>... expected) {
        List<Map.Entry<OrderEventType, Map<String, String>>> wanted = new ArrayList<>();
        for (Map.Entry<OrderEventType, Map<String, String>> one : expected) {
            wanted.add(one);
        }
        assertThat(change.events().stream().map(it -> Map.entry(it.type(), it.facts())))
                .containsExactlyElementsOf(wanted);
        assertThat(change.order().version()).isEqualTo(change.baseVersion() + expected.length);
    }

    @Test
    void a_change_of_wishes_tells_which_and_who_agreed_is_kept_beside_it() {
        DeliveryWindow evening = new DeliveryWindow(NOW, NOW.plusSeconds(3600));
        Order before = paid();
        OrderDecision.Changed both = wishing(before, new DeliveryWishes(evening, "ring"));
        assertThat(both.events().get(0).facts())
                .isEqualTo(Map.of(
                        "agreedAs", "BUYER",
                        "change", "cs-1",
                        "note", "changed",
                        "window", evening.from() + "/" + evening.to()));

        OrderDecision.Changed note = wishing(both.order(), new DeliveryWishes(evening, "knock"));
        assertThat(note.events().get(0).facts())
                .isEqualTo(Map.of("agreedAs", "BUYER", "change", "cs-1", "note", "changed"));
        OrderDecision.Changed never = wishing(both.order(), new DeliveryWishes(null, "ring"));
        assertThat(never.events().get(0).facts()).isEqualTo(Map.of("agreedAs", "BUYER", "change", "cs-1"));
        assertThat(never.order().wishes()).isEqualTo(new DeliveryWishes(null, "ring"));
    }

    private static OrderDecision.Changed wishing(Order order, DeliveryWishes wishes) {
        return decision(order.modify(
                new OrderModification("cs-1", Map.of(), Map.of(), List.of(), null, wishes, NOTHING),
                Map.of("agreedAs", "BUYER"),
                TERMS,
                LI_HERSELF,
                NOW));
    }
}
