package io.ordercore.domain.logistics;

import io.ordercore.domain.order.OrderRefusal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some units of an order on their way from the shelf to the buyer. Immutable. What it means for the order is in the order's
 * own ledger; both are stored together.
 *
 * @param units line number to count
 * @param handover null until a carrier has it
 * @param version rises by one with every change; 1 when released
 */
public record Fulfilment(
        FulfilmentId id,
        Map<Integer, Integer> units,
        FulfilmentStage stage,
        @Nullable Handover handover,
        @Nullable Instant deliveredAt,
        long version) {
    public Fulfilment {
        units = Collections.unmodifiableMap(new TreeMap<>(units));
        if (units.isEmpty()) {
            throw new IllegalArgumentException("a fulfilment has units");
        }
    }

    /** A fulfilment the warehouse has just been given. */
    public static Fulfilment released(FulfilmentId id, Map<Integer, Integer> units) {
        return new Fulfilment(id, units, FulfilmentStage.RELEASED, null, null, 1);
    }

    /** Why it cannot go to {@code next} now; empty if it can. */
    public Optional<OrderRefusal> refusal(FulfilmentStage next) {
        return stage.next().contains(next) ? Optional.empty() : Optional.of(OrderRefusal.WRONG_STATUS);
    }

    public Fulfilment picking() {
        return become(FulfilmentStage.PICKING, handover, deliveredAt);
    }

    public Fulfilment packed() {
        return become(FulfilmentStage.PACKED, handover, deliveredAt);
    }

    public Fulfilment handedOver(Handover to) {
        return become(FulfilmentStage.HANDED_OVER, to, deliveredAt);
    }

    public Fulfilment delivered(Instant at) {
        return become(FulfilmentStage.DELIVERED, handover, at);
    }

    /** Given back by the warehouse or the carrier. */
    public Fulfilment cancelled() {
        return become(FulfilmentStage.CANCELLED, handover, deliveredAt);
    }

    private Fulfilment become(FulfilmentStage next, @Nullable Handover to, @Nullable Instant delivered) {
        if (!stage.next().contains(next)) {
            throw new IllegalStateException(id + " cannot go from " + stage + " to " + next);
        }
        return new Fulfilment(id, units, next, to, delivered, version + 1);
    }
}
