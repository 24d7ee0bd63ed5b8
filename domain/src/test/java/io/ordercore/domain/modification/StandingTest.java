package io.ordercore.domain.modification;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.OrderBuilder.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Two kettles (line 1) of which one is released at a time, and a cup (line 2). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StandingTest {
    private static final Instant NOW = TUESDAY_MORNING;
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final Map<Integer, Integer> A_KETTLE = Map.of(1, 1);

    private final Order paid =
            anOrder().with("kettle", 2, "99.00").with("cup", 1, "10.00").paid().build();
    private final Order released = changed(paid.release(A_KETTLE, WAREHOUSE, NOW));

    @Test
    void before_anything_is_released_an_order_is_paid_or_not() {
        assertThat(Standing.of(anOrder().build()).stage(NOW)).isEqualTo(Stage.PENDING_PAYMENT);
        assertThat(Standing.of(paid).stage(NOW)).isEqualTo(Stage.CONFIRMED);
        assertThat(Standing.of(paid).stageOf(RequestedChange.drop(1), NOW)).isEqualTo(Stage.CONFIRMED);
    }

    @Test
    void the_furthest_parcel_decides_for_the_order() {
        assertThat(at(released, first()).stage(NOW)).isEqualTo(Stage.RELEASED);
        assertThat(at(released, first().picking()).stage(NOW)).isEqualTo(Stage.PICKING);
        assertThat(at(released, first().picking().packed()).stage(NOW)).isEqualTo(Stage.PACKED);
        assertThat(at(released, first().cancelled()).stage(NOW)).isEqualTo(Stage.CONFIRMED);
        assertThat(at(released, first().picking(), second()).stage(NOW)).isEqualTo(Stage.PICKING);
    }

    @Test
    void units_still_on_the_shelf_are_changed_as_if_nothing_was_released() {
        Standing standing = at(released, first());
        assertThat(standing.stageOf(RequestedChange.fewer(1, 1), NOW)).isEqualTo(Stage.CONFIRMED);
        assertThat(standing.stageOf(RequestedChange.fewer(1, 2), NOW)).isEqualTo(Stage.RELEASED);
        assertThat(standing.stageOf(RequestedChange.drop(1), NOW)).isEqualTo(Stage.RELEASED);
        assertThat(standing.stageOf(RequestedChange.drop(2), NOW)).isEqualTo(Stage.CONFIRMED);
        assertThat(standing.stage(ChangeKind.DROP_LINE, 1, NOW)).isEqualTo(Stage.RELEASED);
        assertThat(standing.stage(ChangeKind.DROP_LINE, 2, NOW)).isEqualTo(Stage.CONFIRMED);
    }

    @Test
    void more_of_a_line_and_a_line_that_is_not_there_are_about_the_whole_order() {
        Standing standing = at(released, first());
        assertThat(standing.stageOf(RequestedChange.more(2, 1), NOW)).isEqualTo(Stage.RELEASED);
        assertThat(standing.stageOf(RequestedChange.add(new Sku("pot"), 1), NOW))
                .isEqualTo(Stage.RELEASED);
        assertThat(standing.stageOf(RequestedChange.fewer(9, 1), NOW)).isEqualTo(Stage.RELEASED);
        assertThat(standing.stage(ChangeKind.QUANTITY_UP, 2, NOW)).isEqualTo(Stage.RELEASED);
        assertThat(standing.stage(ChangeKind.ADDRESS, null, NOW)).isEqualTo(Stage.RELEASED);
    }

    @Test
    void units_are_taken_from_the_warehouse_before_they_are_taken_from_the_road() {
        Order onTheRoad = handedOver(released);
        Order both = changed(onTheRoad.release(A_KETTLE, WAREHOUSE, NOW));
        Standing standing = at(both, sent(), second());
        assertThat(standing.stageOf(RequestedChange.fewer(1, 1), NOW)).isEqualTo(Stage.RELEASED);
        assertThat(standing.stageOf(RequestedChange.fewer(1, 2), NOW)).isEqualTo(Stage.IN_TRANSIT);
        assertThat(standing.stageOf(RequestedChange.fewer(2, 1), NOW)).isEqualTo(Stage.CONFIRMED);
    }

    @Test
    void a_parcel_on_the_road_is_at_the_door_when_its_carrier_says_so() {
        Order onTheRoad = handedOver(released);
        assertThat(at(onTheRoad, sent()).stage(NOW)).isEqualTo(Stage.IN_TRANSIT);
        Standing atTheDoor = new Standing(onTheRoad, List.of(sent()), Set.of(1), null, WINDOW, false);
        assertThat(atTheDoor.stage(NOW)).isEqualTo(Stage.OUT_FOR_DELIVERY);
        assertThat(atTheDoor.onTheRoad(RequestedChange.cancel(), NOW)).isEmpty();
    }

    @Test
    void what_was_delivered_counts_once_nothing_is_outstanding_or_all_is_cancelled() {
        Order delivered = delivered(handedOver(released));
        Standing standing = at(delivered, sent().delivered(NOW));
        assertThat(standing.stage(NOW)).isEqualTo(Stage.CONFIRMED);
        assertThat(standing.stageOf(RequestedChange.cancel(), NOW)).isEqualTo(Stage.DELIVERED);
        assertThat(standing.stage(ChangeKind.CANCEL, null, NOW)).isEqualTo(Stage.DELIVERED);
        assertThat(standing.stageOf(RequestedChange.fewer(1, 1), NOW)).isEqualTo(Stage.CONFIRMED);
        assertThat(standing.stageOf(RequestedChange.fewer(1, 2), NOW)).isEqualTo(Stage.DELIVERED);
    }

    @Test
    void goods_can_be_returned_until_the_window_is_over_and_not_at_its_end() {
        Order whole = anOrder()
                .with("kettle", 1, "99.00")
                .paid()
                .released()
                .packed()
                .handedOver()
                .delivered()
                .build();
        Standing standing = at(whole, sent().delivered(NOW));
        assertThat(standing.stage(NOW.plus(WINDOW).minusMillis(1))).isEqualTo(Stage.DELIVERED);
        assertThat(standing.stage(NOW.plus(WINDOW))).isEqualTo(Stage.AFTER_WINDOW);
    }

    @Test
    void the_warehouse_is_asked_for_the_parcels_that_hold_what_changes() {
        Standing standing = at(released, first(), Fulfilment.released(id(2), Map.of(2, 1)));
        assertThat(standing.toRecall(RequestedChange.drop(1), NOW)).containsExactly(first());
        assertThat(standing.toRecall(RequestedChange.cancel(), NOW)).hasSize(2);
        assertThat(standing.toRecall(RequestedChange.fewer(1, 1), NOW)).isEmpty();
        assertThat(standing.toRecall(RequestedChange.note("gift"), NOW)).isEmpty();
    }

    @Test
    void a_parcel_that_has_left_is_not_recalled_when_enough_of_the_line_is_still_in_the_warehouse() {
        Order both = changed(handedOver(released).release(A_KETTLE, WAREHOUSE, NOW));

        assertThat(at(both, sent(), second()).toRecall(RequestedChange.fewer(1, 1), NOW))
                .containsExactly(second());
    }

    @Test
    void what_is_on_the_road_is_changed_before_what_was_delivered() {
        Order delivered = delivered(handedOver(released));
        Order both = changed(delivered.release(A_KETTLE, WAREHOUSE, NOW));
        both = changed(both.pack(2, A_KETTLE, WAREHOUSE, NOW));
        both = changed(both.handOver(2, A_KETTLE, Map.of(), WAREHOUSE, NOW));
        Fulfilment onTheRoad = second().picking().packed().handedOver(new Handover("sf", "SF12345679", NOW));
        Standing standing = at(both, sent().delivered(NOW), onTheRoad);

        assertThat(standing.stageOf(RequestedChange.fewer(1, 1), NOW)).isEqualTo(Stage.IN_TRANSIT);
        assertThat(standing.stageOf(RequestedChange.fewer(1, 2), NOW)).isEqualTo(Stage.DELIVERED);
    }

    @Test
    void the_carrier_is_asked_for_the_parcels_that_hold_what_changes() {
        Standing standing = at(handedOver(released), sent(), second());
        assertThat(standing.onTheRoad(RequestedChange.cancel(), NOW)).containsExactly(sent());
        assertThat(standing.onTheRoad(RequestedChange.drop(1), NOW)).containsExactly(sent());
        assertThat(standing.onTheRoad(RequestedChange.drop(2), NOW)).isEmpty();
    }

    private static Standing at(Order order, Fulfilment... fulfilments) {
        return new Standing(order, List.of(fulfilments), Set.of(), null, WINDOW, false);
    }

    private static Order handedOver(Order order) {
        Order packed = changed(order.pack(1, A_KETTLE, WAREHOUSE, NOW));
        return changed(packed.handOver(1, A_KETTLE, Map.of(), WAREHOUSE, NOW));
    }

    private static Order delivered(Order order) {
        return changed(order.deliver(1, A_KETTLE, OrderTerms.STANDARD, WAREHOUSE, NOW));
    }

    private FulfilmentId id(int number) {
        return new FulfilmentId(paid.id(), number);
    }

    private Fulfilment first() {
        return Fulfilment.released(id(1), A_KETTLE);
    }

    private Fulfilment second() {
        return Fulfilment.released(id(2), A_KETTLE);
    }

    private Fulfilment sent() {
        return first().picking().packed().handedOver(new Handover("sf-express", "SF1234567890123", NOW));
    }
}
