package io.ordercore.adapters.persistence.simulation;

import io.ordercore.adapters.persistence.memory.CommitFault;
import io.ordercore.adapters.persistence.memory.MemoryStore;
import io.ordercore.application.CommandKey;
import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.Ids;
import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.StoreUnavailableException;
import io.ordercore.application.catalog.listing.AdoptGoods;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
import io.ordercore.domain.testkit.Fixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.joda.money.Money;

/**
 * A small marketplace that lives through random days: buyers place, pay and cancel, repeat themselves and change their minds;
 * warehouses ship in any order; commits fail before, after and without anybody knowing; the bank's line breaks; the clock
 * jumps. The {@link Model} holds what must be true beside it.
 */
final class Simulation {
    private static final int SKUS = 6;
    private static final int MOST_UNITS = 400;
    private static final List<CommitFault> FAULTS = List.of(CommitFault.values());
    private static final int CHECK_EVERY = 1_000;
    private static final Actor WAREHOUSE = Actor.of("warehouse", Role.WAREHOUSE);

    private final Random random;
    private final SimulatedClock clock = new SimulatedClock();
    private final MemoryStore store = new MemoryStore();
    private final UnreliableBank bank;
    private final Model model;
    private final Ordercore core;
    private final List<PlacePurchase.Command> sent = new ArrayList<>();
    private final List<OrderId> open = new ArrayList<>();
    private long keys;

    Simulation(long seed, Mistake mistake) {
        this.random = new Random(seed);
        this.bank = new UnreliableBank(new Random(seed + 1));
        this.model = new Model(store, bank);
        this.core = Ordercore.on(new MistakenStore(store, mistake, model::hears))
                .payments(bank)
                .clock(clock)
                .ids(Ids.timeOrdered(clock, new Random(seed + 2)))
                .terms(OrderTerms.STANDARD)
                .tell("model", mistake == Mistake.EVENT_BEFORE_COMMIT ? events -> {} : model::hears)
                .build();
    }

    /** Lives through so many steps, lets everything come to rest, and checks all along. */
    void run(int steps) {
        for (int i = 0; i < SKUS; i++) {
            offer(i);
        }
        for (int step = 0; step < steps; step++) {
            tick();
            breakSomething();
            attempt(this::act);
            if (step % CHECK_EVERY == 0) {
                model.check();
            }
        }
        comeToRest();
        model.check();
        model.checkAtRest();
    }

    /** What happened to orders along the way. */
    Set<OrderEventType> lived() {
        return model.told();
    }

    private void tick() {
        clock.advance(Duration.ofSeconds(random.nextInt(120)));
        if (random.nextInt(200) == 0) {
            clock.advance(Duration.ofHours(random.nextBoolean() ? 1 : -1));
        }
    }

    private void breakSomething() {
        if (random.nextInt(25) == 0) {
            store.failNextCommit(FAULTS.get(random.nextInt(FAULTS.size())));
        }
    }

    private boolean act() {
        int roll = random.nextInt(100);
        if (roll < 8) {
            return place(newCommand());
        }
        if (roll < 11 && !sent.isEmpty()) {
            return place(sent.get(random.nextInt(sent.size())));
        }
        if (roll < 20) {
            return pay(someOrder());
        }
        if (roll < 23) {
            return cancel(someOrder());
        }
        if (roll < 76) {
            return fulfil(someOrder());
        }
        if (roll < 82) {
            return core.orders()
                    .receiveOrder()
                    .receive(someOrder(), null, buyer(1))
                    .isChanged();
        }
        if (roll < 87) {
            return core.orders().meetDeadlines().meet(20) > 0;
        }
        if (roll < 93) {
            return core.payments().settlePayments().reconcile(20) > 0;
        }
        if (roll < 98) {
            return core.dispatchEvents().dispatch(50) > 0;
        }
        if (roll < 99) {
            bank.confirmAll();
            return true;
        }
        return restock(random.nextInt(SKUS));
    }

    private void offer(int number) {
        core.listings()
                .adoptGoods()
                .adopt(
                        List.of(new AdoptGoods.Goods(
                                sku(number), merchant(number), "Goods " + number, Map.of(), price(number))),
                        "simulation");
        restock(number);
    }

    /** The warehouse counts: what is promised, and some more. */
    private boolean restock(int number) {
        long onHand = MOST_UNITS
                + core.stock()
                        .manageStock()
                        .find(sku(number))
                        .map(item -> item.reserved())
                        .orElse(0L);
        return attempt(() -> {
            core.stock().manageStock().count(sku(number), merchant(number), onHand, null);
            return true;
        });
    }

    private PlacePurchase.Command newCommand() {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            int number = random.nextInt(SKUS);
            lines.add(new PurchaseLine(sku(number), 1 + random.nextInt(5), price(number)));
        }
        keys++;
        int who = random.nextInt(9);
        PurchaseRequest request = new PurchaseRequest(new BuyerId("buyer-" + who), Fixtures.li(), lines);
        PlacePurchase.Command command = new PlacePurchase.Command(
                request, new CommandKey("buyer-" + who, "key-" + keys), "print-" + keys, buyer(who));
        sent.add(command);
        return command;
    }

    private boolean place(PlacePurchase.Command command) {
        try {
            OrderIntake.Admission admission = core.orders()
                    .placePurchase()
                    .place(command)
                    .toCompletableFuture()
                    .join();
            for (OrderId id : model.answered(command.key(), admission)) {
                open.add(id);
            }
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof CommitUnknownException) {
                model.unknown(command.key());
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private boolean pay(OrderId order) {
        keys++;
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(
                        order.purchase(), "token", new CommandKey("payer", "pay-" + keys), "p", buyer(1)));
        return true;
    }

    private boolean cancel(OrderId id) {
        Order order = core.orders().findOrders().order(id).orElseThrow();
        int line = 1 + random.nextInt(order.lines().size());
        Map<Integer, Integer> units = random.nextBoolean() ? Map.of() : Map.of(line, 1 + random.nextInt(3));
        return core.orders()
                .cancelOrder()
                .cancel(new CancelOrder.Command(id, units, null, buyer(1)))
                .isChanged();
    }

    private boolean fulfil(OrderId id) {
        Order order = core.orders().findOrders().order(id).orElseThrow();
        int parcels = order.snapshot().fulfilments();
        if (parcels == 0 || random.nextInt(8) == 0) {
            int line = 1 + random.nextInt(order.lines().size());
            core.fulfilment()
                    .fulfilOrder()
                    .release(id, random.nextInt(3) == 0 ? Map.of(line, 1) : Map.of(), null, WAREHOUSE);
            return true;
        }
        FulfilmentId parcel = new FulfilmentId(id, 1 + random.nextInt(parcels));
        List<FulfilmentStage> steps = List.of(
                FulfilmentStage.PICKING,
                FulfilmentStage.PACKED,
                FulfilmentStage.HANDED_OVER,
                FulfilmentStage.DELIVERED);
        FulfilmentStage next = random.nextInt(5) == 0
                ? steps.get(random.nextInt(steps.size()))
                : core.fulfilment()
                        .findFulfilments()
                        .fulfilment(parcel)
                        .flatMap(it -> steps.stream()
                                .filter(it.stage().next()::contains)
                                .findFirst())
                        .orElseThrow(NothingToDoException::new);
        take(parcel, next);
        return true;
    }

    private void take(FulfilmentId parcel, FulfilmentStage step) {
        FulfilOrder fulfilment = core.fulfilment().fulfilOrder();
        switch (step) {
            case PICKING -> fulfilment.pick(parcel, WAREHOUSE);
            case PACKED -> fulfilment.pack(parcel, WAREHOUSE);
            case HANDED_OVER -> fulfilment.handOver(parcel, "simulated", "T" + keys + "000", WAREHOUSE);
            case DELIVERED -> fulfilment.deliver(parcel, WAREHOUSE);
            case OPEN, RELEASED, CANCELLED -> throw new IllegalArgumentException("not a step: " + step);
        }
    }

    /** One of the latest orders, so that most of them live to their end. */
    private OrderId someOrder() {
        if (open.isEmpty()) {
            throw new NothingToDoException();
        }
        int window = Math.min(open.size(), 60);
        return open.get(open.size() - 1 - random.nextInt(window));
    }

    private void comeToRest() {
        bank.becomeReliable();
        for (int i = 0; i < 8; i++) {
            attempt(() -> core.dispatchEvents().dispatch(1) > 0); // uses up the faults that are left
        }
        for (int round = 0; round < 4; round++) {
            clock.advance(Duration.ofHours(2));
            while (core.payments().settlePayments().reconcile(100) == 100) {
                // the next hundred
            }
            while (core.orders().meetDeadlines().meet(100) == 100) {
                // the next hundred
            }
        }
        core.dispatchEvents().dispatch(500);
    }

    /** What a caller may meet, and lives with. Anything else is a mistake and ends the run. */
    private static boolean attempt(Supplier<Boolean> action) {
        try {
            return action.get();
        } catch (StaleVersionException
                | CommitUnknownException
                | StoreUnavailableException
                | NothingToDoException expected) {
            return false;
        }
    }

    private static Sku sku(int number) {
        return new Sku("sku-" + number);
    }

    private static MerchantId merchant(int number) {
        return new MerchantId("merchant-" + number % 3);
    }

    private static Money price(int number) {
        return Fixtures.yuan((number + 1) * 7 + ".99");
    }

    private static Actor buyer(int number) {
        return Actor.of("buyer-" + number, Role.BUYER);
    }

    private static final class NothingToDoException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
