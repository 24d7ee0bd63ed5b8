package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.CommandKey;
import io.ordercore.application.CommandLog;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.Placing;
import io.ordercore.domain.order.PlacingDecision;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.stock.StockItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Places purchases one after the other, on the caller's thread. */
final class MemoryIntake implements OrderIntake {
    private final MemoryTransactions transactions;
    private final CommandLog commands;
    private final MemoryOffers offers;
    private final MemoryStock stock;
    private final MemoryOrders orders;
    private final MemorySellers sellers;
    private final Map<CommandKey, PlacedPurchase> answers = new HashMap<>();

    MemoryIntake(
            MemoryTransactions transactions,
            CommandLog commands,
            MemoryOffers offers,
            MemoryStock stock,
            MemoryOrders orders,
            MemorySellers sellers) {
        this.transactions = transactions;
        this.commands = commands;
        this.offers = offers;
        this.stock = stock;
        this.orders = orders;
        this.sellers = sellers;
    }

    @Override
    public CompletionStage<Admission> admit(Intake intake) {
        try {
            return CompletableFuture.completedFuture(transactions.run(() -> admitNow(intake)));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public int waiting() {
        return 0;
    }

    @Override
    public int together() {
        return 1;
    }

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public boolean turnsAway(Sku first) {
        return false;
    }

    private Admission admitNow(Intake intake) {
        return commands.claim(intake.key(), intake.fingerprint(), intake.now())
                .decide(new CommandLog.Claim.Cases<Admission>() {
                    @Override
                    public Admission fresh() {
                        return place(intake);
                    }

                    @Override
                    public Admission replay(String answer) {
                        PlacedPurchase before = answers.get(intake.key());
                        return before == null ? new OtherCommand() : new Replayed(before);
                    }

                    @Override
                    public Admission otherCommand() {
                        return new OtherCommand();
                    }

                    @Override
                    public Admission inProgress() {
                        return new InProgress();
                    }
                });
    }

    private Admission place(Intake intake) {
        return Placing.decide(
                        intake.id(),
                        intake.request(),
                        sku -> facts(sku, intake.now()),
                        intake.actor(),
                        intake.now(),
                        intake.payBy())
                .decide(new PlacingDecision.Cases<Admission>() {
                    @Override
                    public Admission placed(PlacingDecision.Placed it) {
                        it.orders().forEach(changed -> {
                            stock.apply(changed.stock());
                            orders.store(changed);
                            sellers.took(changed.order().merchant(), intake.now());
                        });
                        PlacedPurchase purchase = PlacedPurchase.of(it);
                        transactions.put(answers, intake.key(), purchase);
                        commands.record(intake.key(), purchase.id().toString());
                        return new Placed(purchase);
                    }

                    @Override
                    public Admission refused(PlacingDecision.Refused it) {
                        commands.forget(intake.key());
                        return new Refused(it.lines());
                    }
                });
    }

    private @Nullable SkuFacts facts(Sku sku, Instant now) {
        return offers.find(sku)
                .map(offer -> new SkuFacts(
                        offer,
                        stock.find(sku).map(StockItem::available).orElse(0L),
                        sellers.ordersLeftOrNull(offer.merchant(), now)))
                .orElse(null);
    }
}
