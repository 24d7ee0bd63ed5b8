package io.ordercore.domain.order;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventChainTest {
    private static final OrderEvent PLACED = new OrderEvent(
            order(1), 1, OrderEventType.PLACED, LI_HERSELF, TUESDAY_MORNING, Map.of("total", "CNY 12.00"));

    @ParameterizedTest
    @MethodSource("tampered")
    void no_field_can_be_changed_without_changing_the_hash(OrderEvent other) {
        assertThat(EventChain.link(EventChain.start(), other))
                .isNotEqualTo(EventChain.link(EventChain.start(), PLACED));
    }

    static Stream<OrderEvent> tampered() {
        return Stream.of(
                new OrderEvent(order(2), 1, PLACED.type(), PLACED.actor(), PLACED.at(), PLACED.facts()),
                new OrderEvent(PLACED.order(), 2, PLACED.type(), PLACED.actor(), PLACED.at(), PLACED.facts()),
                new OrderEvent(PLACED.order(), 1, OrderEventType.CLOSED, PLACED.actor(), PLACED.at(), PLACED.facts()),
                by(Actor.of("li-2", Role.BUYER)),
                by(Actor.of("li", Role.AGENT)),
                by(new Actor("li", Role.BUYER, Channel.HOTLINE, null)),
                new OrderEvent(
                        PLACED.order(), 1, PLACED.type(), PLACED.actor().because("why"), PLACED.at(), PLACED.facts()),
                new OrderEvent(
                        PLACED.order(),
                        1,
                        PLACED.type(),
                        PLACED.actor(),
                        PLACED.at().plusNanos(1000),
                        PLACED.facts()),
                new OrderEvent(
                        PLACED.order(), 1, PLACED.type(), PLACED.actor(), PLACED.at(), Map.of("total", "CNY 12.01")),
                new OrderEvent(
                        PLACED.order(), 1, PLACED.type(), PLACED.actor(), PLACED.at(), Map.of("tota", "lCNY 12.00")),
                new OrderEvent(
                        PLACED.order(), 1, PLACED.type(), PLACED.actor(), PLACED.at(), Map.of("costs", "CNY 12.00")));
    }

    @Test
    void the_same_event_elsewhere_in_the_chain_has_another_hash() {
        byte[] first = EventChain.link(EventChain.start(), PLACED);
        assertThat(first).hasSize(32).isEqualTo(EventChain.link(EventChain.start(), PLACED));
        assertThat(EventChain.link(first, PLACED)).isNotEqualTo(first);
    }

    private static OrderEvent by(Actor actor) {
        return new OrderEvent(PLACED.order(), 1, PLACED.type(), actor, PLACED.at(), PLACED.facts());
    }
}
