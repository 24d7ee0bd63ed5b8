package io.ordercore.domain.order;

import io.ordercore.domain.party.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry of an order's history, and what the rest of the platform is told.
 *
 * @param sequence from 1 without gaps within its order
 * @param at to the microsecond, as stores keep it
 * @param facts what happened in figures and codes, in the order of their names; never personal data
 */
public record OrderEvent(
        OrderId order, long sequence, OrderEventType type, Actor actor, Instant at, Map<String, String> facts) {
    public OrderEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** The same event at another place of the order's history, with facts of its own. */
    OrderEvent as(long at, Map<String, String> instead) {
        return new OrderEvent(order, at, type, actor, this.at, instead);
    }
}
