package io.ordercore.application.logistics;

import io.ordercore.application.Transactions;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.party.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class FulfilOrderService implements FulfilOrder {
    private final Transactions transactions;
    private final Fulfilments fulfilments;
    private final OrderChanges changes;
    private final OrderTerms terms;
    private final Clock clock;

    FulfilOrderService(
            Transactions transactions, Fulfilments fulfilments, OrderChanges changes, OrderTerms terms, Clock clock) {
        this.transactions = transactions;
        this.fulfilments = fulfilments;
        this.changes = changes;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Outcome release(OrderId id, Map<Integer, Integer> units, @Nullable Long expectedVersion, Actor actor) {
        return transactions.run(() -> changes.change(
                        id, expectedVersion, (order, now) -> order.release(units, actor, now))
                .decide(new OrderDecision.Cases<Outcome>() {
                    @Override
                    public Outcome changed(OrderDecision.Changed it) {
                        Fulfilment released = Fulfilment.released(
                                new FulfilmentId(id, it.order().snapshot().fulfilments()),
                                units.isEmpty() ? released(it) : units);
                        fulfilments.save(released);
                        return new Moved(released);
                    }

                    @Override
                    public Outcome refused(OrderDecision.Refused it) {
                        return new Refused(it.reasons());
                    }
                }));
    }

    @Override
    public Outcome pick(FulfilmentId id, Actor actor) {
        return step(
                id,
                FulfilmentStage.PICKING,
                (fulfilment, order) -> order.pick(id.number(), actor, now()),
                Fulfilment::picking);
    }

    @Override
    public Outcome pack(FulfilmentId id, Actor actor) {
        return step(
                id,
                FulfilmentStage.PACKED,
                (fulfilment, order) -> order.pack(id.number(), fulfilment.units(), actor, now()),
                Fulfilment::packed);
    }

    @Override
    public Outcome handOver(FulfilmentId id, String carrier, String trackingNumber, Actor actor) {
        Handover handover = new Handover(carrier, trackingNumber, now());
        Map<String, String> shipment =
                Map.of("carrier", handover.carrier(), "trackingNumber", handover.trackingNumber());
        return step(
                id,
                FulfilmentStage.HANDED_OVER,
                (fulfilment, order) -> order.handOver(id.number(), fulfilment.units(), shipment, actor, now()),
                fulfilment -> fulfilment.handedOver(handover));
    }

    @Override
    public Outcome deliver(FulfilmentId id, Actor actor) {
        return step(
                id,
                FulfilmentStage.DELIVERED,
                (fulfilment, order) -> order.deliver(id.number(), fulfilment.units(), terms, actor, now()),
                fulfilment -> fulfilment.delivered(now()));
    }

    /** Moves a fulfilment and its order together, or neither. */
    private Outcome step(
            FulfilmentId id,
            FulfilmentStage next,
            BiFunction<Fulfilment, Order, OrderDecision> decide,
            Function<Fulfilment, Fulfilment> move) {
        return transactions.run(() -> {
            Fulfilment fulfilment = fulfilments.find(id).orElseThrow(() -> new UnknownOrderException(id));
            Optional<OrderRefusal> refusal = fulfilment.refusal(next);
            if (refusal.isPresent()) {
                return new Refused(Set.of(refusal.get()));
            }
            return changes.change(id.order(), null, (order, now) -> decide.apply(fulfilment, order))
                    .decide(new OrderDecision.Cases<Outcome>() {
                        @Override
                        public Outcome changed(OrderDecision.Changed it) {
                            Fulfilment moved = move.apply(fulfilment);
                            fulfilments.save(moved);
                            return new Moved(moved);
                        }

                        @Override
                        public Outcome refused(OrderDecision.Refused it) {
                            return new Refused(it.reasons());
                        }
                    });
        });
    }

    /** The units an order has just given to the warehouse, as its event tells them. */
    private static Map<Integer, Integer> released(OrderDecision.Changed change) {
        Map<Integer, Integer> units = new TreeMap<>();
        change.events().get(0).facts().forEach((name, value) -> {
            if (name.startsWith("line.")) {
                units.put(Integer.valueOf(name.substring("line.".length())), Integer.valueOf(value));
            }
        });
        return units;
    }

    private Instant now() {
        return clock.instant();
    }
}
