package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.order.OrderIntake.Intake;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.SkuFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a group of purchases is decided by. Offers are read first, and nobody waits for that; the stock's rows are locked only when
 * the group is ready to be written, in the order of their SKUs, and the rows of merchants under a cap after them. What was sold out
 * a moment ago is not asked for. Lives within one transaction.
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
    private final TreeMap<String, @Nullable Integer> capped = new TreeMap<>();

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
        TreeSet<String> skus = new TreeSet<>();
        for (Intake intake : intakes) {
            for (PurchaseLine line : intake.request().lines()) {
                SkuFacts none = known.ifSoldOut(line.sku());
                if (none == null) {
                    skus.add(line.sku().value());
                } else {
                    soldOut.put(line.sku(), none);
                }
            }
        }
        if (skus.isEmpty()) {
            return;
        }
        Rows names = Rows.of(Rows.texts());
        skus.forEach(names::add);
        try (PreparedStatement statement = connection.prepareStatement(OFFERS)) {
            names.bind(connection, statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Offer offer = PostgresOffers.offer(rows, Map.of());
                    offers.put(offer.sku(), offer);
                    if (rows.getBoolean("capped")) {
                        capped.put(offer.merchant().value(), null);
                    }
                }
            }
        }
        for (Intake intake : intakes) {
            Offer first = offers.get(intake.request().lines().get(0).sku());
            if (first != null) {
                known.learnMerchant(first);
            }
        }
    }

    /** As if there were enough of everything: to get a group ready before anybody has to wait for it. */
    Map<Sku, SkuFacts> withPlenty() {
        return facts(offer -> new SkuFacts(offer, PLENTY));
    }

    /** Locks the stock of all offers. */
    void lockStock(Connection connection) throws SQLException {
        if (offers.isEmpty()) {
            return;
        }
        Rows names = Rows.of(Rows.texts());
        offers.keySet().stream().map(Sku::value).sorted().forEach(names::add);
        try (PreparedStatement statement = connection.prepareStatement(LOCK_STOCK)) {
            names.bind(connection, statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    stock.put(new Sku(rows.getString(1)), new Stock(rows.getString(2), rows.getLong(3)));
                }
            }
        }
    }

    /** Whether there is so much in the locked stock, and no merchant's cap to look at. */
    boolean suffice(Map<Sku, Long> units) {
        return capped.isEmpty()
                && units.entrySet().stream().allMatch(taken -> taken.getValue() <= available(taken.getKey()));
    }

    /** Under the locks on the stock and on the merchants under a cap. */
    Map<Sku, SkuFacts> locked(Connection connection) throws SQLException {
        if (!capped.isEmpty()) {
            lockCapped(connection);
        }
        return facts(offer -> {
            SkuFacts facts = new SkuFacts(
                    offer, available(offer.sku()), capped.get(offer.merchant().value()));
            known.learn(facts);
            return facts;
        });
    }

    private void lockCapped(Connection connection) throws SQLException {
        Rows names = Rows.of(Rows.texts());
        capped.keySet().forEach(names::add);
        try (PreparedStatement statement = connection.prepareStatement(LOCK_CAPPED)) {
            statement.setObject(1, IntakeCaps.dayBefore(latest));
            names.bind(connection, statement, 2);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    capped.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
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

    private record Stock(String place, long available) {}
}
