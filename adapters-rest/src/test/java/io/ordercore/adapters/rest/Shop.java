package io.ordercore.adapters.rest;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;

import io.ordercore.application.CommandKey;
import io.ordercore.application.RunOnce;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.FindFulfilments;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.order.FindOrders;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.order.PreviewPurchase;
import io.ordercore.application.order.ReceiveOrder;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.order.Placing;
import io.ordercore.domain.order.PlacingDecision;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.testkit.Fixtures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A marketplace that forgets: the use cases over maps, just true enough for what HTTP shows of them. */
final class Shop {
    final Map<OrderId, Order> orders = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    final Map<OrderId, List<OrderEvent>> histories = new ConcurrentHashMap<>();
    final Map<FulfilmentId, Fulfilment> fulfilments = new ConcurrentHashMap<>();
    final ShopShelf shelf = new ShopShelf(this::breakIfTold);
    final List<Actor> actors = new CopyOnWriteArrayList<>();
    private final Map<CommandKey, Remembered> commands = new ConcurrentHashMap<>();
    private final AtomicLong purchases = new AtomicLong();

    /** Thrown by every use case while it is set. */
    volatile @Nullable RuntimeException trouble;
    /** Answered to every payment while it is set. */
    volatile PayPurchase.@Nullable Outcome payment;
    /** Answered to every placing while it is set. */
    volatile OrderIntake.@Nullable Admission admission;

    private record Remembered(String fingerprint, Object answer) {}

    void forget() {
        orders.clear();
        histories.clear();
        fulfilments.clear();
        shelf.forget();
        actors.clear();
        commands.clear();
        trouble = null;
        payment = null;
        admission = null;
    }

    void has(Order order) {
        orders.put(order.id(), order);
    }

    private void breakIfTold() {
        RuntimeException told = trouble;
        if (told != null) {
            throw told;
        }
    }

    private PlacingDecision decide(PurchaseId id, PurchaseRequest request, Actor actor) {
        breakIfTold();
        actors.add(actor);
        return Placing.decide(
                id,
                request,
                shelf::facts,
                actor,
                TUESDAY_MORNING,
                TUESDAY_MORNING.plus(OrderTerms.STANDARD.payWithin()));
    }

    private OrderDecision change(OrderId id, @Nullable Long expected, Function<Order, OrderDecision> change) {
        breakIfTold();
        Order order = Optional.ofNullable(orders.get(id)).orElseThrow(() -> new UnknownOrderException(id));
        if (expected != null && expected != order.version()) {
            throw new StaleVersionException("order " + id);
        }
        OrderDecision decision = change.apply(order);
        decision.decide(new OrderDecision.Cases<Boolean>() {
            @Override
            public Boolean changed(OrderDecision.Changed it) {
                store(it);
                return true;
            }

            @Override
            public Boolean refused(OrderDecision.Refused it) {
                return false;
            }
        });
        return decision;
    }

    void store(OrderDecision.Changed changed) {
        orders.put(changed.order().id(), changed.order());
        histories
                .computeIfAbsent(changed.order().id(), id -> new CopyOnWriteArrayList<>())
                .addAll(changed.events());
    }

    PreviewPurchase previews() {
        return (request, actor) -> decide(Fixtures.purchase(0), request, actor);
    }

    PlacePurchase placing() {
        return command -> {
            OrderIntake.Admission told = admission;
            if (told != null) {
                return CompletableFuture.completedFuture(told);
            }
            Remembered before = commands.get(command.key());
            if (before != null) {
                return CompletableFuture.completedFuture(
                        before.fingerprint().equals(command.fingerprint())
                                ? new OrderIntake.Replayed((OrderIntake.PlacedPurchase) before.answer())
                                : new OrderIntake.OtherCommand());
            }
            return CompletableFuture.supplyAsync(() -> place(command));
        };
    }

    private OrderIntake.Admission place(PlacePurchase.Command command) {
        PurchaseId id = Fixtures.purchase(purchases.incrementAndGet());
        return decide(id, command.request(), command.actor()).decide(new PlacingDecision.Cases<>() {
            @Override
            public OrderIntake.Admission placed(PlacingDecision.Placed it) {
                it.orders().forEach(Shop.this::store);
                OrderIntake.PlacedPurchase placed = new OrderIntake.PlacedPurchase(
                        id,
                        it.total(),
                        it.orders().stream()
                                .map(changed -> new OrderIntake.PlacedOrder(
                                        changed.order().merchant(),
                                        changed.order().total()))
                                .toList());
                commands.put(command.key(), new Remembered(command.fingerprint(), placed));
                return new OrderIntake.Placed(placed);
            }

            @Override
            public OrderIntake.Admission refused(PlacingDecision.Refused it) {
                return new OrderIntake.Refused(it.lines());
            }
        });
    }

    FindOrders finding() {
        return new FindOrders() {
            @Override
            public Optional<Order> order(OrderId id) {
                breakIfTold();
                return Optional.ofNullable(orders.get(id));
            }

            @Override
            public Optional<Purchase> purchase(PurchaseId id) {
                List<Order> of = orders.values().stream()
                        .filter(order -> order.id().purchase().equals(id))
                        .toList();
                return of.isEmpty() ? Optional.empty() : Optional.of(new Purchase(id, of));
            }

            @Override
            public List<Order> list(OrderQuery query) {
                OrderId after = query.after();
                return orders.values().stream()
                        .filter(order -> query.buyer() == null || order.buyer().equals(query.buyer()))
                        .filter(order ->
                                query.merchant() == null || order.merchant().equals(query.merchant()))
                        .filter(order -> query.status() == null || order.status() == query.status())
                        .filter(order -> query.phone() == null
                                || order.recipient().phone().equals(query.phone()))
                        .filter(order -> after == null || order.id().compareTo(after) < 0)
                        .limit(query.limit())
                        .toList();
            }

            @Override
            public List<OrderEvent> history(OrderId id, long after) {
                return histories.getOrDefault(id, List.of()).stream()
                        .filter(event -> event.sequence() > after)
                        .toList();
            }
        };
    }

    CancelOrder cancelling() {
        return command -> {
            actors.add(command.actor());
            return change(
                    command.order(),
                    command.expectedVersion(),
                    order -> order.cancel(command.units(), command.actor(), TUESDAY_MORNING));
        };
    }

    ReceiveOrder receiving() {
        return (id, expected, actor) ->
                change(id, expected, order -> order.receive(OrderTerms.STANDARD, actor, TUESDAY_MORNING));
    }

    PayPurchase paying() {
        return command -> Optional.ofNullable(payment).orElseThrow();
    }

    RunOnce once() {
        return (key, fingerprint, command) -> {
            Remembered before = commands.get(key);
            if (before != null) {
                return before.fingerprint().equals(fingerprint)
                        ? new RunOnce.Replayed((String) before.answer())
                        : new RunOnce.OtherCommand();
            }
            RunOnce.Attempt attempt = command.get();
            if (attempt.executed()) {
                commands.put(key, new Remembered(fingerprint, attempt.answer()));
            }
            return new RunOnce.Done(attempt.answer());
        };
    }

    FindFulfilments findingFulfilments() {
        return new FindFulfilments() {
            @Override
            public Optional<Fulfilment> fulfilment(FulfilmentId id) {
                return Optional.ofNullable(fulfilments.get(id));
            }

            @Override
            public List<Fulfilment> of(OrderId order) {
                return new ArrayList<>(fulfilments.values());
            }
        };
    }

    FulfilOrder fulfilling() {
        return new FulfilOrder() {
            @Override
            public FulfilOrder.Outcome release(
                    OrderId order, Map<Integer, Integer> units, @Nullable Long expected, Actor actor) {
                return outcome(
                        change(order, expected, it -> it.release(units, actor, TUESDAY_MORNING)),
                        () -> Fulfilment.released(new FulfilmentId(order, 1), Map.of(1, 2)));
            }

            @Override
            public FulfilOrder.Outcome pick(FulfilmentId id, Actor actor) {
                return outcome(
                        change(id.order(), null, it -> it.pick(1, actor, TUESDAY_MORNING)),
                        () -> stored(id).picking());
            }

            @Override
            public FulfilOrder.Outcome pack(FulfilmentId id, Actor actor) {
                return outcome(
                        change(id.order(), null, it -> it.pack(1, stored(id).units(), actor, TUESDAY_MORNING)),
                        () -> stored(id).packed());
            }

            @Override
            public FulfilOrder.Outcome handOver(FulfilmentId id, String carrier, String trackingNumber, Actor actor) {
                return outcome(
                        change(
                                id.order(),
                                null,
                                it -> it.handOver(1, stored(id).units(), Map.of(), actor, TUESDAY_MORNING)),
                        () -> stored(id).handedOver(new Handover(carrier, trackingNumber, TUESDAY_MORNING)));
            }

            @Override
            public FulfilOrder.Outcome deliver(FulfilmentId id, Actor actor) {
                return outcome(
                        change(
                                id.order(),
                                null,
                                it -> it.deliver(1, stored(id).units(), OrderTerms.STANDARD, actor, TUESDAY_MORNING)),
                        () -> stored(id).delivered(TUESDAY_MORNING));
            }
        };
    }

    private Fulfilment stored(FulfilmentId id) {
        return Optional.ofNullable(fulfilments.get(id)).orElseThrow();
    }

    private FulfilOrder.Outcome outcome(OrderDecision decision, Supplier<Fulfilment> moved) {
        return decision.decide(new OrderDecision.Cases<FulfilOrder.Outcome>() {
            @Override
            public FulfilOrder.Outcome changed(OrderDecision.Changed it) {
                Fulfilment fulfilment = moved.get();
                fulfilments.put(fulfilment.id(), fulfilment);
                return new FulfilOrder.Moved(fulfilment);
            }

            @Override
            public FulfilOrder.Outcome refused(OrderDecision.Refused it) {
                Set<OrderRefusal> reasons = it.reasons();
                return new FulfilOrder.Refused(reasons);
            }
        });
    }
}
