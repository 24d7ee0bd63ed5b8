package io.ordercore.bootstrap.replay;

import com.google.common.collect.Iterables;
import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.Store;
import io.ordercore.application.Transactions;
import io.ordercore.application.catalog.listing.AdoptGoods;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.LineRefusal;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.party.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Plays recorded orders day by day: within a day the orders run side by side, each in its own sequence and on its recorded
 * times; at the end of the day deadlines are met and payments settled.
 */
final class Replay {
    /** Long enough for every recorded payment; receipt counts as confirmed after a week; nothing is closed. */
    static final OrderTerms TERMS = new OrderTerms(Duration.ofDays(3650), Duration.ofDays(7), Duration.ofDays(3650));

    private static final Recipient SOMEBODY = new Recipient(
            "Recorded buyer", new PhoneNumber("0000000"), new Address("BR", "", "Somewhere", "", "Some street 1", ""));
    private static final Actor WAREHOUSE = Actor.of("replay-warehouse", Role.WAREHOUSE);
    /** The database is on this machine, so more would only take the processors from each other. */
    private static final int SIDE_BY_SIDE = 4;

    private static final int SWEEP = 1_000;
    private static final int SKUS_TOGETHER = 500;

    private final List<RecordedOrder> recorded;
    private final ReplayClock clock = new ReplayClock();
    private final CountingBank bank = new CountingBank();
    private final Ordercore core;
    private final Transactions transactions;
    private final Map<RecordedOrder, OrderId> placed = new ConcurrentHashMap<>();

    Replay(List<RecordedOrder> recorded, Store store) {
        this.recorded = recorded;
        this.transactions = store.transactions();
        this.core = Ordercore.on(store).payments(bank).clock(clock).terms(TERMS).build();
    }

    Ordercore core() {
        return core;
    }

    CountingBank bank() {
        return bank;
    }

    /** The recorded orders with the ids they got. */
    Map<RecordedOrder, OrderId> placed() {
        return placed;
    }

    /** Plays everything; {@code progress} is told the day that is over and how many steps are done. */
    void run(BiConsumer<LocalDate, Integer> progress) {
        stockUp();
        TreeMap<LocalDate, List<Step>> days = recorded.stream()
                .flatMap(order -> Step.of(order).stream())
                .sorted(Comparator.comparing(Step::at))
                .collect(Collectors.groupingBy(
                        step -> LocalDate.ofInstant(step.at(), ZoneOffset.UTC), TreeMap::new, Collectors.toList()));
        ExecutorService workers = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            int done = 0;
            for (Map.Entry<LocalDate, List<Step>> day : days.entrySet()) {
                play(day.getValue(), workers);
                endOf(day.getKey());
                done += day.getValue().size();
                progress.accept(day.getKey(), done);
            }
            endOf(days.lastKey().plusDays(TERMS.receiveWithin().toDays() + 1));
        } finally {
            workers.shutdownNow();
        }
    }

    private void stockUp() {
        Map<Sku, List<RecordedOrder>> goods = recorded.stream().collect(Collectors.groupingBy(RecordedOrder::sku));
        Iterables.partition(goods.entrySet(), SKUS_TOGETHER).forEach(this::stockUp);
    }

    /** Many in one transaction. */
    private void stockUp(List<Map.Entry<Sku, List<RecordedOrder>>> goods) {
        transactions.run(() -> {
            core.listings()
                    .adoptGoods()
                    .adopt(
                            goods.stream()
                                    .map(each ->
                                            goods(each.getKey(), each.getValue().get(0)))
                                    .toList(),
                            "recorded-history");
            goods.forEach(each -> core.stock()
                    .manageStock()
                    .count(
                            each.getKey(),
                            each.getValue().get(0).merchant(),
                            each.getValue().stream()
                                    .mapToInt(RecordedOrder::units)
                                    .sum(),
                            null));
        });
    }

    private static AdoptGoods.Goods goods(Sku sku, RecordedOrder any) {
        return new AdoptGoods.Goods(sku, any.merchant(), "Recorded goods", Map.of(), any.unitPrice());
    }

    private void play(List<Step> steps, ExecutorService workers) {
        List<Future<?>> running = steps.stream().collect(Collectors.groupingBy(Step::order)).values().stream()
                .<Future<?>>map(ofOneOrder -> workers.submit(() -> ofOneOrder.stream()
                        .sorted(Comparator.comparing(Step::kind))
                        .forEach(this::play)))
                .toList();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void endOf(LocalDate day) {
        Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        clock.set(midnight);
        while (core.orders().meetDeadlines().meet(SWEEP) == SWEEP) {
            // the next thousand
        }
        while (core.payments().settlePayments().reconcile(SWEEP) == SWEEP) {
            // the next thousand
        }
    }

    private void play(Step step) {
        clock.set(step.at());
        RecordedOrder order = step.order();
        switch (step.kind()) {
            case PLACE -> place(order);
            case PAY -> pay(order);
            case CANCEL ->
                core.orders().cancelOrder().cancel(new CancelOrder.Command(idOf(order), Map.of(), null, buyer(order)));
            case SHIP -> ship(order);
            case DELIVER -> moved(core.fulfilment().fulfilOrder().deliver(parcelOf(order), WAREHOUSE));
        }
    }

    private void place(RecordedOrder order) {
        PurchaseRequest request = new PurchaseRequest(
                order.buyer(), SOMEBODY, List.of(new PurchaseLine(order.sku(), order.units(), order.unitPrice())));
        PurchaseId id = core.orders()
                .placePurchase()
                .place(new PlacePurchase.Command(request, key(order, "place"), "place", buyer(order)))
                .toCompletableFuture()
                .join()
                .decide(new Accepted(order));
        placed.put(order, new OrderId(id, 1));
    }

    private void pay(RecordedOrder order) {
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(
                        idOf(order).purchase(), "recorded", key(order, "pay"), "pay", buyer(order)));
    }

    private void ship(RecordedOrder order) {
        FulfilOrder fulfilment = core.fulfilment().fulfilOrder();
        moved(fulfilment.release(idOf(order), Map.of(), null, WAREHOUSE));
        moved(fulfilment.pick(parcelOf(order), WAREHOUSE));
        moved(fulfilment.pack(parcelOf(order), WAREHOUSE));
        moved(fulfilment.handOver(parcelOf(order), "recorded", "R" + order.id(), WAREHOUSE));
    }

    private OrderId idOf(RecordedOrder order) {
        return Objects.requireNonNull(placed.get(order), () -> order.id() + " was not placed");
    }

    private FulfilmentId parcelOf(RecordedOrder order) {
        return new FulfilmentId(idOf(order), 1);
    }

    private static Actor buyer(RecordedOrder order) {
        return Actor.of(order.buyer().value(), Role.BUYER);
    }

    private static CommandKey key(RecordedOrder order, String what) {
        return new CommandKey(order.buyer().value(), what + "-" + order.id());
    }

    private static void moved(FulfilOrder.Outcome outcome) {
        outcome.decide(new FulfilOrder.Outcome.Cases<Boolean>() {
            @Override
            public Boolean moved(Fulfilment fulfilment) {
                return true;
            }

            @Override
            public Boolean refused(Set<OrderRefusal> reasons) {
                throw new IllegalStateException("a recorded step was refused: " + reasons);
            }
        });
    }

    /** Takes nothing but a yes. */
    private record Accepted(RecordedOrder order) implements OrderIntake.Admission.Cases<PurchaseId> {
        @Override
        public PurchaseId placed(OrderIntake.PlacedPurchase purchase) {
            return purchase.id();
        }

        @Override
        public PurchaseId replayed(OrderIntake.PlacedPurchase purchase) {
            return purchase.id();
        }

        @Override
        public PurchaseId refused(List<LineRefusal> lines) {
            throw new IllegalStateException(order.id() + " was refused: " + lines);
        }

        @Override
        public PurchaseId otherCommand() {
            throw new IllegalStateException(order.id() + " was placed under a key in use");
        }

        @Override
        public PurchaseId inProgress() {
            throw new IllegalStateException(order.id() + " is being placed already");
        }

        @Override
        public PurchaseId overloaded(Duration retryAfter) {
            throw new IllegalStateException(order.id() + " met a full queue");
        }
    }
}
