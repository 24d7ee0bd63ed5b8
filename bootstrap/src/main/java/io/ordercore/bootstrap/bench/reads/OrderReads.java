package io.ordercore.bootstrap.bench.reads;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.Store;
import io.ordercore.application.catalog.listing.AdoptGoods;
import io.ordercore.application.order.FindOrders;
import io.ordercore.application.order.OrderIntake.Admission;
import io.ordercore.application.order.OrderIntake.Overloaded;
import io.ordercore.application.order.OrderIntake.Placed;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.party.Role;
import io.ordercore.domain.stock.StockItem;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A store full of orders, and threads that read them by id as fast as they can. */
final class OrderReads {
    private static final Money PRICE = Money.of(CurrencyUnit.of("CNY"), 99);
    private static final int PLACED_AT_ONCE = 50;
    private static final int KEPT = 1 << 17;

    private final FindOrders findOrders;
    private final OrderId[] ids;

    OrderReads(Store store, int orders, int lines) {
        Ordercore core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges")))
                .build();
        this.findOrders = core.orders().findOrders();
        offer(core, store, lines);
        this.ids = place(core.orders().placePurchase(), orders, lines);
    }

    private static void offer(Ordercore core, Store store, int lines) {
        MerchantId merchant = new MerchantId("tea-house");
        for (int line = 0; line < lines; line++) {
            core.listings()
                    .adoptGoods()
                    .adopt(
                            List.of(new AdoptGoods.Goods(sku(line), merchant, "Kettle " + line, Map.of(), PRICE)),
                            "bench");
            store.stock().count(new StockItem(sku(line), merchant, 1_000_000_000, 0, 1));
        }
    }

    private static OrderId[] place(PlacePurchase placePurchase, int orders, int lines) {
        List<OrderId> ids = new ArrayList<>();
        while (ids.size() < orders) {
            int first = ids.size();
            List<CompletableFuture<Admission>> together = IntStream.range(
                            first, Math.min(orders, first + PLACED_AT_ONCE))
                    .mapToObj(n -> placePurchase.place(command(n, lines)).toCompletableFuture())
                    .toList();
            for (int n = 0; n < together.size(); n++) {
                ids.add(new OrderId(placed(placePurchase, command(first + n, lines), together.get(n)), 1));
            }
        }
        return ids.toArray(new OrderId[0]);
    }

    /** Turned away because others were faster, it is asked for again. */
    private static PurchaseId placed(
            PlacePurchase placePurchase, PlacePurchase.Command command, CompletableFuture<Admission> asked) {
        Admission admission = asked.join();
        while (admission instanceof Overloaded) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            admission = placePurchase.place(command).toCompletableFuture().join();
        }
        if (admission instanceof Placed placed) {
            return placed.purchase().id();
        }
        throw new IllegalStateException("not placed: " + admission);
    }

    private static PlacePurchase.Command command(int n, int lines) {
        Recipient recipient = new Recipient(
                "Lin Xia",
                new PhoneNumber("+8613800000000"),
                new Address("CN", "Zhejiang", "Hangzhou", "Xihu", "1 Lakeside Road", "310000"));
        List<PurchaseLine> wanted = IntStream.range(0, lines)
                .mapToObj(line -> new PurchaseLine(sku(line), 1, PRICE))
                .toList();
        return new PlacePurchase.Command(
                new PurchaseRequest(new BuyerId("lin"), recipient, wanted),
                new CommandKey("lin", "key-" + n),
                "fingerprint",
                Actor.of("lin", Role.BUYER));
    }

    private static Sku sku(int line) {
        return new Sku("kettle-" + line);
    }

    /** Reads on so many threads for so long. */
    Result run(int threads, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        List<Reader> readers = IntStream.range(0, threads)
                .mapToObj(seed -> new Reader(seed, end))
                .toList();
        readers.forEach(Thread::start);
        for (Reader reader : readers) {
            reader.join();
            if (reader.failure != null) {
                throw new IllegalStateException("a read failed", reader.failure);
            }
        }
        long reads = readers.stream().mapToLong(reader -> reader.reads).sum();
        long[] nanos = readers.stream()
                .flatMapToLong(reader -> Arrays.stream(reader.nanos, 0, (int) Math.min(reader.reads, KEPT)))
                .sorted()
                .toArray();
        return new Result(
                (long) (reads / (length.toNanos() / 1e9)), nanos[nanos.length / 2], nanos[nanos.length * 99 / 100]);
    }

    /** How many a second, and how long one took. */
    record Result(long rate, long medianNanos, long p99Nanos) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%,d orders/s, p50 %.3f ms, p99 %.3f ms", rate, medianNanos / 1e6, p99Nanos / 1e6);
        }
    }

    private final class Reader extends Thread {
        private final SplittableRandom random;
        private final long end;
        private final long[] nanos = new long[KEPT];
        private long reads;
        private volatile @Nullable Throwable failure;

        Reader(int seed, long end) {
            super("reader-" + seed);
            this.random = new SplittableRandom(seed);
            this.end = end;
            setUncaughtExceptionHandler((thread, thrown) -> failure = thrown);
        }

        @Override
        public void run() {
            for (long before = System.nanoTime(); before < end; ) {
                OrderId id = ids[random.nextInt(ids.length)];
                if (findOrders.order(id).orElseThrow().lines().isEmpty()) {
                    throw new IllegalStateException("an order without lines");
                }
                long after = System.nanoTime();
                nanos[(int) (reads % KEPT)] = after - before;
                reads++;
                before = after;
            }
        }
    }
}
