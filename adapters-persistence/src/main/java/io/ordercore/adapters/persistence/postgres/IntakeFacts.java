package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.order.OrderIntake.Intake;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.SkuFacts;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a group of purchases is decided by. Offers are read first, and nobody waits for that; the stock's rows are locked in the order
 * of their SKUs, and the rows of merchants under a cap after them. What was sold out a moment ago is not asked for. Lives within
 * one transaction.
 */
final class IntakeFacts {
    private static final String OFFERS =
            "select o.sku, o.merchant, o.title, o.currency, o.price, o.orderable, o.version,"
                    + " s.merchant is not null as capped"
                    + " from offer o left join seller s on s.merchant = o.merchant and s.orders_per_day is not null"
                    + " where o.sku = any(?)";

    private static final String LOCK_STOCK =
            "select sku, ctid, on_hand - reserved from stock where sku = any(?) order by sku for update";

    private static final String LOCK_CAPPED = "select merchant, " + PostgresSellers.LEFT + " from seller"
            + " where orders_per_day is not null and merchant = any(?) order by merchant for update";

    /** As good as endless, with room for sums. */
    private static final long PLENTY = Long.MAX_VALUE / 2;

    private final KnownSkus known;
    private final Instant latest;
    private final Map<Sku, SkuFacts> soldOut = new HashMap<>();
    private final Map<Sku, Offer> offers = new HashMap<>();
    private final Map<Sku, Stock> stock = new HashMap<>();
    private final Map<String, @Nullable Integer> capped = new HashMap<>();

    private IntakeFacts(KnownSkus known, Instant latest) {
        this.known = known;
        this.latest = latest;
    }

    static IntakeFacts of(List<Intake> intakes, KnownSkus known, Connection connection) throws SQLException {
        Instant latest =
                intakes.stream().map(Intake::now).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        IntakeFacts facts = new IntakeFacts(known, latest);
        facts.readOffers(connection, intakes);
        return facts;
    }

    private void readOffers(Connection connection, List<Intake> intakes) throws SQLException {
        Set<Sku> skus = new HashSet<>();
        for (Intake intake : intakes) {
            for (PurchaseLine line : intake.request().lines()) {
                SkuFacts none = known.ifSoldOut(line.sku());
                if (none == null) {
                    skus.add(line.sku());
                } else {
                    soldOut.put(line.sku(), none);
                }
            }
        }
        if (skus.isEmpty()) {
            return;
        }
        Sql.list(connection, OFFERS, IntakeFacts::listed, names(connection, skus))
                .forEach(listed -> {
                    offers.put(listed.offer.sku(), listed.offer);
                    if (listed.capped) {
                        capped.put(listed.offer.merchant().value(), null);
                    }
                });
        for (Intake intake : intakes) {
            Offer first = offers.get(intake.request().lines().get(0).sku());
            if (first != null) {
                known.learnMerchant(first);
            }
        }
    }

    /** As if there were enough of everything. */
    Map<Sku, SkuFacts> withPlenty() {
        return facts(offer -> new SkuFacts(offer, PLENTY));
    }

    /** Locks the stock of all offers. */
    void lockStock(Connection connection) throws SQLException {
        if (offers.isEmpty()) {
            return;
        }
        Sql.list(connection, LOCK_STOCK, IntakeFacts::locked, names(connection, offers.keySet()))
                .forEach(row -> stock.put(row.sku, row));
    }

    /** Whether there are offers, of which none was running out a moment ago and none is of a merchant under a cap. */
    boolean isPlentyLikely() {
        return !offers.isEmpty()
                && soldOut.isEmpty()
                && capped.isEmpty()
                && offers.keySet().stream().noneMatch(known::isRunningOut);
    }

    /** Whether there is so much in the locked stock. A SKU of which less stays than that is running out. */
    boolean suffice(Map<Sku, Long> units) {
        boolean enough = true;
        for (Map.Entry<Sku, Long> taken : units.entrySet()) {
            long left = available(taken.getKey()) - taken.getValue();
            if (left < taken.getValue()) {
                known.learnRunningOut(taken.getKey());
            }
            enough &= left >= 0;
        }
        return enough;
    }

    /** Under the locks on the stock and on the merchants under a cap. */
    Map<Sku, SkuFacts> locked(Connection connection) throws SQLException {
        if (!capped.isEmpty()) {
            Sql.list(
                            connection,
                            LOCK_CAPPED,
                            row -> Map.entry(row.getString(1), row.getInt(2)),
                            IntakeCaps.dayBefore(latest),
                            connection.createArrayOf("text", capped.keySet().toArray()))
                    .forEach(left -> capped.put(left.getKey(), left.getValue()));
        }
        return facts(offer -> {
            SkuFacts facts = new SkuFacts(
                    offer, available(offer.sku()), capped.get(offer.merchant().value()));
            known.learn(facts);
            return facts;
        });
    }

    private Map<Sku, SkuFacts> facts(Function<Offer, SkuFacts> of) {
        Map<Sku, SkuFacts> facts = new HashMap<>(soldOut);
        offers.forEach((sku, offer) -> facts.put(sku, of.apply(offer)));
        return facts;
    }

    private long available(Sku sku) {
        Stock locked = stock.get(sku);
        return locked == null ? 0 : locked.available();
    }

    /** Where the row of a SKU lies since it was locked. */
    String place(Sku sku) {
        Stock locked = stock.get(sku);
        if (locked == null) {
            throw new IllegalStateException("the stock of " + sku + " is not locked");
        }
        return locked.place();
    }

    private static Array names(Connection connection, Set<Sku> skus) throws SQLException {
        return connection.createArrayOf("text", skus.stream().map(Sku::value).toArray());
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(PostgresOffers.offer(row, Map.of()), row.getBoolean("capped"));
    }

    private static Stock locked(ResultSet row) throws SQLException {
        return new Stock(new Sku(row.getString(1)), row.getString(2), row.getLong(3));
    }

    /** An offer, and whether its merchant is under a cap. */
    private record Listed(Offer offer, boolean capped) {}

    private record Stock(Sku sku, String place, long available) {}
}
