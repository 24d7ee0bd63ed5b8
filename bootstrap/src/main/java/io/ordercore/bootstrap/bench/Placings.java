package io.ordercore.bootstrap.bench;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.Store;
import io.ordercore.application.order.OrderIntake.Admission;
import io.ordercore.application.order.OrderIntake.Placed;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.party.Role;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Buyers without a network in between: each asks for the next order when the last was answered, all on one thread. */
final class Placings {
    private static final Money PRICE = Money.ofMinor(CurrencyUnit.of("CNY"), 1999);
    private static final int BUYERS = 500;
    private static final int MERCHANTS = 100;

    private static final Recipient RECIPIENT = new Recipient(
            "Li Na",
            new PhoneNumber("+8613800000000"),
            new Address("CN", "Zhejiang", "Hangzhou", "Xihu", "1 Lake Road", "310000"));

    private final PlacePurchase placePurchase;
    private final int skus;
    private final int lines;
    private final SplittableRandom random = new SplittableRandom(1);
    private long made;

    Placings(Store store, int skus, int lines) {
        this.placePurchase = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges")))
                .build()
                .orders()
                .placePurchase();
        this.skus = skus;
        this.lines = lines;
    }

    /** Seconds until so many are placed. */
    double run(int orders, int callers) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Run run = new Run(orders, thread);
            long began = System.nanoTime();
            thread.execute(() -> {
                for (int i = 0; i < callers; i++) {
                    run.next();
                }
            });
            run.done.join();
            return (System.nanoTime() - began) / 1e9;
        } finally {
            thread.shutdown();
        }
    }

    private PlacePurchase.Command command() {
        String buyer = "buyer-" + made % BUYERS;
        int merchant = random.nextInt(Math.min(MERCHANTS, skus));
        List<PurchaseLine> wanted = IntStream.range(0, lines)
                .map(line -> merchant + MERCHANTS * random.nextInt(Math.max(1, skus / MERCHANTS)))
                .mapToObj(sku -> new PurchaseLine(new Sku(String.format(Locale.ROOT, "bench-%06d", sku)), 1, PRICE))
                .toList();
        String key = String.format(Locale.ROOT, "%032x", made++);
        return new PlacePurchase.Command(
                new PurchaseRequest(new BuyerId(buyer), RECIPIENT, wanted),
                new CommandKey(buyer, key),
                key + key,
                Actor.of(buyer, Role.BUYER));
    }

    /** Everything here happens on the one thread. */
    private final class Run {
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();
        private final Executor thread;
        private int toAsk;
        private int toAnswer;

        Run(int orders, Executor thread) {
            this.thread = thread;
            this.toAsk = orders;
            this.toAnswer = orders;
        }

        void next() {
            if (toAsk > 0) {
                toAsk--;
                placePurchase.place(command()).whenCompleteAsync(this::answered, thread);
            }
        }

        private void answered(@Nullable Admission admission, @Nullable Throwable failure) {
            if (!(admission instanceof Placed)) {
                done.completeExceptionally(new BenchException("not placed: " + admission, failure));
            } else if (--toAnswer == 0) {
                done.complete(true);
            } else {
                next();
            }
        }
    }
}
