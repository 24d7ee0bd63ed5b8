package io.ordercore.adapters.persistence.memory;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static io.ordercore.domain.testkit.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.modification.ModificationPolicies;
import io.ordercore.application.modification.ModificationTerms;
import io.ordercore.application.modification.PayModification;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.order.OrderIntake.Intake;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.application.testkit.CarrierOnDemand;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.LineLedger;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.stock.StockItem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * A market that does whatever comes to its mind: places, pays, changes, agrees, approves, refuses, releases, packs, ships,
 * intercepts, returns, exchanges, claims, disputes, cancels and lets time pass. After every step the goods and the money add up.
 */
final class RandomMarket {
    private static final int ORDERS = 8;
    private static final long IN_STOCK = 800;
    private static final List<String> SKUS = List.of("kettle", "cup", "pot", "tray");
    private static final List<String> PRICES = List.of("99.00", "10.00", "35.50", "0.07");
    private static final List<String> TOKENS = List.of("tok_ok", "tok_ok", "tok_timeout", "tok_declined");
    private static final Actor AGENT = new Actor("agent-7", Role.AGENT, Channel.CHAT, "ASKED");

    private final MemoryStore store = new MemoryStore();
    private final Marketplace marketplace = new Marketplace(store);
    private final MovingClock clock = new MovingClock();
    private final CarrierOnDemand carrier = new CarrierOnDemand();
    private final Ordercore core = Ordercore.on(store)
            .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
            .carriers(new Carriers(List.of(carrier)))
            .carrierPause(Duration.ofSeconds(30))
            .clock(clock)
            .shippingRates((to, goods) ->
                    Money.ofMinor(goods.getCurrencyUnit(), to.city().length() * 100L))
            .modifications(
                    ModificationPolicies.STANDARD,
                    new ModificationTerms(Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofDays(7)))
            .build();
    private final Random random;
    private final RandomAftercare aftercare;
    private int keys;

    RandomMarket(Random random) {
        this.random = random;
        this.aftercare = new RandomAftercare(core, store, carrier, random, SKUS);
        for (int i = 0; i < SKUS.size(); i++) {
            marketplace.sells(SKUS.get(i), PRICES.get(i), IN_STOCK);
        }
        for (int n = 1; n <= ORDERS; n++) {
            marketplace.admit(new Intake(
                    purchase(n),
                    request(line("kettle", 2, "99.00"), line("cup", 3, "10.00"), line("tray", 7, "0.07")),
                    key(),
                    "place",
                    LI_HERSELF,
                    clock.instant(),
                    clock.instant().plus(OrderTerms.STANDARD.payWithin())));
        }
    }

    void step() {
        act();
        everythingAddsUp();
    }

    /** Lets everything come to its end. */
    void end() {
        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofMinutes(30));
            background();
            background();
        }
        everybodyPaidWhatItCosts();
    }

    /** How everything that was begun has ended so far, or where it stands: {@code Return.REFUNDED} and the like. */
    Map<String, Integer> outcomes() {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int n = 1; n <= ORDERS; n++) {
            OrderId id = order(n).id();
            store.changeSets().of(id).forEach(it -> outcomes.merge("change " + it.status(), 1, Integer::sum));
            store.interceptions().of(id).forEach(it -> outcomes.merge("interception " + it.status(), 1, Integer::sum));
            store.returns().of(id).forEach(it -> outcomes.merge("return " + it.status(), 1, Integer::sum));
            store.claims().of(id).forEach(it -> outcomes.merge("claim " + it.status(), 1, Integer::sum));
        }
        return outcomes;
    }

    private void act() {
        Order order = order(1 + random.nextInt(ORDERS));
        switch (random.nextInt(32)) {
            case 0 -> pay(order);
            case 1, 2, 3 -> ask(order);
            case 4 ->
                openOf(
                        order,
                        it -> core.modifications()
                                .answerModification()
                                .consent(it.id(), random.nextBoolean() ? LI_HERSELF : AGENT, "call-1"));
            case 5 ->
                openOf(order, it -> core.modifications().answerModification().approve(it.id(), WAREHOUSE));
            case 6 ->
                openOf(
                        order,
                        it -> core.modifications()
                                .payModification()
                                .pay(new PayModification.Command(
                                        it.id(),
                                        TOKENS.get(random.nextInt(TOKENS.size())),
                                        key(),
                                        "top-up",
                                        LI_HERSELF)));
            case 7 ->
                openOf(order, it -> {
                    if (random.nextInt(4) == 0) {
                        core.modifications().answerModification().decline(it.id(), LI_HERSELF);
                    }
                });
            case 8, 11, 12, 21, 22, 23 -> fulfil(order);
            case 13, 14, 15, 16, 17, 18, 19, 20, 24, 25, 26, 27, 28 -> aftercare.act(order, all(), key());
            case 9 -> {
                if (random.nextInt(10) == 0) {
                    core.orders().cancelOrder().cancel(new CancelOrder.Command(order.id(), Map.of(), null, LI_HERSELF));
                }
            }
            case 10 -> clock.pass(Duration.ofSeconds(random.nextInt(120)));
            default -> background();
        }
    }

    private void pay(Order order) {
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(
                        order.id().purchase(), TOKENS.get(random.nextInt(TOKENS.size())), key(), "pay", LI_HERSELF));
    }

    private void ask(Order order) {
        int line = 1 + random.nextInt(order.lines().size());
        int units = 1 + random.nextInt(3);
        Sku sku = new Sku(SKUS.get(random.nextInt(SKUS.size())));
        RequestedChange change = switch (random.nextInt(8)) {
            case 0 ->
                RequestedChange.address(new Address("CN", "R", "C".repeat(1 + random.nextInt(9)), "", "1 Road", "1"));
            case 1 -> RequestedChange.swap(line, units, sku);
            case 2 -> RequestedChange.more(line, units);
            case 3 -> RequestedChange.fewer(line, units);
            case 4 -> RequestedChange.add(sku, units);
            case 5 -> RequestedChange.drop(line);
            case 6 -> RequestedChange.note("ring");
            default -> random.nextInt(5) == 0 ? RequestedChange.cancel() : RequestedChange.more(line, 1);
        };
        boolean byAgent = random.nextInt(3) == 0;
        core.modifications()
                .requestModification()
                .request(new RequestModification.Command(
                        order.id(),
                        List.of(change),
                        byAgent ? AGENT : LI_HERSELF,
                        "call-1",
                        random.nextBoolean(),
                        null,
                        null));
        costsWhatTheQuoteSaid(order);
    }

    /** A change that was carried out at once was carried out as quoted. */
    private void costsWhatTheQuoteSaid(Order before) {
        Set<String> done = store.orders().history(before.id(), before.version()).stream()
                .filter(event -> event.type() == OrderEventType.MODIFIED)
                .map(event -> event.facts().get("change"))
                .collect(Collectors.toSet());
        store.changeSets().of(before.id()).stream()
                .filter(it -> done.contains(it.id().toString()))
                .forEach(it -> assertThat(
                                store.orders().find(before.id()).orElseThrow().payable())
                        .as("what %s costs, and what the quote said", before.id())
                        .isEqualTo(it.quote().payableAfter()));
    }

    private void openOf(Order order, Consumer<ChangeSet> what) {
        store.changeSets().of(order.id()).stream()
                .filter(it -> it.status().isOpen())
                .findFirst()
                .ifPresent(what);
    }

    private void fulfil(Order order) {
        List<Fulfilment> all = store.fulfilments().of(order.id());
        if (all.isEmpty() || random.nextInt(3) == 0) {
            if (order.status() == OrderStatus.CONFIRMED || order.status() == OrderStatus.COMPLETED) {
                core.fulfilment().fulfilOrder().release(order.id(), Map.of(), null, WAREHOUSE);
            }
            return;
        }
        Fulfilment one = all.get(random.nextInt(all.size()));
        switch (one.stage()) {
            case RELEASED -> core.fulfilment().fulfilOrder().pick(one.id(), WAREHOUSE);
            case PICKING -> core.fulfilment().fulfilOrder().pack(one.id(), WAREHOUSE);
            case PACKED ->
                core.fulfilment()
                        .fulfilOrder()
                        .handOver(
                                one.id(), CarrierOnDemand.CODE, "OD" + one.id().hashCode(), WAREHOUSE);
            case HANDED_OVER -> {
                if (random.nextInt(2) == 0) {
                    core.fulfilment().fulfilOrder().deliver(one.id(), WAREHOUSE);
                }
            }
            case OPEN, DELIVERED, CANCELLED -> clock.pass(Duration.ofSeconds(1));
        }
    }

    private void background() {
        core.payments().settlePayments().reconcile(100);
        core.dispatchEvents().dispatch(1_000);
        core.modifications().expireModifications().expire(100);
        core.interceptions().askCarriers().ask(100);
        core.afterSale().returnGoods().expire(100);
        core.orders().meetDeadlines().meet(100);
    }

    private void everythingAddsUp() {
        Map<Sku, Long> promised = new HashMap<>();
        Map<Sku, Long> shipped = new HashMap<>();
        Map<Sku, Long> back = new HashMap<>();
        for (int n = 1; n <= ORDERS; n++) {
            promises(n).forEach((sku, units) -> promised.merge(sku, units, Long::sum));
            for (OrderLine line : order(n).lines()) {
                LineLedger ledger = line.ledger();
                shipped.merge(line.sku(), (long) ledger.get(Quantity.SHIPPED), Long::sum);
                back.merge(line.sku(), cameBack(ledger), Long::sum);
            }
            moneyAddsUp(n);
        }
        for (String sku : SKUS) {
            StockItem item = store.stock().find(new Sku(sku)).orElseThrow();
            assertThat(item.reserved()).as("promised of %s", sku).isEqualTo(promised.getOrDefault(item.sku(), 0L));
            long gone = IN_STOCK - shipped.getOrDefault(item.sku(), 0L);
            assertThat(item.onHand())
                    .as("on the shelf of %s", sku)
                    .isBetween(gone, gone + back.getOrDefault(item.sku(), 0L));
        }
    }

    /** Units that left and are with the seller again, fit to be sold or not. */
    private static long cameBack(LineLedger ledger) {
        return (long) ledger.get(Quantity.RETURNED_TO_SENDER)
                + ledger.get(Quantity.RETURN_RECEIVED)
                + ledger.get(Quantity.EXCHANGED);
    }

    private Map<Sku, Long> promises(int n) {
        Map<Sku, Long> own = new HashMap<>();
        Order order = order(n);
        for (OrderLine line : order.lines()) {
            LineLedger ledger = line.ledger();
            own.merge(line.sku(), (long) ledger.get(Quantity.RESERVED) + ledger.inWarehouse(), Long::sum);
        }
        store.changeSets().of(order.id()).stream()
                .filter(it -> it.status().isOpen())
                .flatMap(it -> it.held().stream())
                .forEach(move -> own.merge(move.sku(), (long) move.quantity(), Long::sum));
        return own;
    }

    private void moneyAddsUp(int n) {
        Order order = order(n);
        PaymentIntent payment = store.payments().find(order.id().purchase()).orElse(null);
        Money captured = order.snapshot().captured();
        if (payment == null) {
            assertThat(captured.isZero()).as("%s", order.id()).isTrue();
            return;
        }
        assertThat(captured).as("%s", order.id()).isEqualTo(payment.captured());
        assertThat(order.snapshot().refundRequested()).as("%s", order.id()).isEqualTo(payment.refundsPromised());
        assertThat(payment.givenBack()).as("%s", order.id()).isLessThanOrEqualTo(payment.captured());
        boolean waits = store.changeSets().of(order.id()).stream()
                .anyMatch(it -> it.status().isOpen());
        if (order.status() == OrderStatus.CONFIRMED
                && !waits
                && !isOwed(order)
                && !order.paid().isEqual(order.payable())) {
            assertThat(order.paid()).as("%s holds too little", order.id()).isGreaterThan(order.payable());
        }
    }

    /** Whether goods wait on the shelf until the buyer has paid what they cost more. */
    private static boolean isOwed(Order order) {
        return order.lines().stream().anyMatch(line -> line.ledger().unallocated() > 0);
    }

    private void everybodyPaidWhatItCosts() {
        for (int n = 1; n <= ORDERS; n++) {
            Order order = order(n);
            PaymentIntent payment = store.payments().find(order.id().purchase()).orElse(null);
            if (payment == null || order.snapshot().captured().isZero()) {
                continue;
            }
            boolean disputed = payment.givenBack().isGreaterThan(payment.refundsPromised());
            if (isOwed(order)) {
                assertThat(order.paid()).as("%s", order.id()).isLessThanOrEqualTo(order.payable());
            } else if (disputed) {
                assertThat(order.paid()).as("%s", order.id()).isGreaterThanOrEqualTo(order.payable());
            } else {
                assertThat(order.paid()).as("%s", order.id()).isEqualTo(order.payable());
            }
            assertThat(order.snapshot().refunded()).isEqualTo(order.snapshot().refundRequested());
        }
    }

    private Order order(int n) {
        return store.orders().find(new OrderId(purchase(n), 1)).orElseThrow();
    }

    private static List<OrderId> all() {
        return IntStream.rangeClosed(1, ORDERS)
                .mapToObj(n -> new OrderId(purchase(n), 1))
                .toList();
    }

    private CommandKey key() {
        keys++;
        return new CommandKey("li", "random-" + keys);
    }

    /** Tells the time the test lets pass. */
    private static final class MovingClock extends Clock {
        private Instant now = TUESDAY_MORNING;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
