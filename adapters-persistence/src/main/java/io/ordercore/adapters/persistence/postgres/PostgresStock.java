package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.stock.Stock;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockItem;
import io.ordercore.domain.stock.StockMove;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stock, one row per SKU. Rows are always locked in the order of their SKUs, so that writers cannot block one another. */
final class PostgresStock implements Stock {
    private static final String SELECT = "select sku, merchant, on_hand, reserved, version from stock ";
    private static final String COUNT_FIRST = "insert into stock (sku, merchant, on_hand, reserved, version)"
            + " select sku, merchant, on_hand, 0, 1 from unnest(?::text[], ?::text[], ?::int8[])"
            + " as v(sku, merchant, on_hand) on conflict do nothing";
    /** Locked in the order of the SKUs first: an update alone takes its rows in an order of its own. */
    private static final String COUNT_AGAIN = "with wanted as (select stock.sku, v.on_hand, v.version from stock"
            + " join unnest(?::text[], ?::int8[], ?::int8[]) as v(sku, on_hand, version) on v.sku = stock.sku"
            + " where stock.version = v.version - 1 and stock.reserved <= v.on_hand order by stock.sku for update of"
            + " stock) update stock set on_hand = wanted.on_hand, version = wanted.version from wanted"
            + " where stock.sku = wanted.sku and stock.version = wanted.version - 1"
            + " and stock.reserved <= wanted.on_hand";

    private final PostgresTransactions transactions;
    private final KnownSkus known;

    PostgresStock(PostgresTransactions transactions, KnownSkus known) {
        this.transactions = transactions;
        this.known = known;
    }

    @Override
    public Optional<StockItem> find(Sku sku) {
        return transactions.read(
                connection -> Sql.one(connection, SELECT + "where sku = ?", PostgresStock::item, sku.value()));
    }

    @Override
    public Map<Sku, StockItem> find(Collection<Sku> skus) {
        String[] names = skus.stream().map(Sku::value).toArray(String[]::new);
        Map<Sku, StockItem> items = new HashMap<>();
        transactions
                .read(connection -> Sql.list(
                        connection,
                        SELECT + "where sku = any(?)",
                        PostgresStock::item,
                        connection.createArrayOf("text", names)))
                .forEach(item -> items.put(item.sku(), item));
        return items;
    }

    @Override
    public void count(List<StockItem> items) {
        if (items.isEmpty()) {
            return;
        }
        Rows fresh = Rows.of(Rows.texts(), Rows.texts(), Rows.longs());
        Rows known = Rows.of(Rows.texts(), Rows.longs(), Rows.longs());
        items.stream().sorted(Comparator.comparing(StockItem::sku)).forEach(item -> {
            if (item.version() == 1) {
                fresh.add(item.sku().value(), item.merchant().value(), item.onHand());
            } else {
                known.add(item.sku().value(), item.onHand(), item.version());
            }
        });
        transactions.write(connection -> {
            int written = PostgresListings.execute(connection, COUNT_FIRST, fresh)
                    + PostgresListings.execute(connection, COUNT_AGAIN, known);
            if (written != items.size()) {
                throw new StaleVersionException("stock of " + items.get(0).sku());
            }
            items.forEach(item -> this.known.changing(item.sku()));
            return written;
        });
    }

    @Override
    public void apply(List<StockMove> moves) {
        if (!moves.isEmpty()) {
            transactions.write(connection -> apply(connection, moves));
        }
    }

    private boolean apply(Connection connection, List<StockMove> moves) throws SQLException {
        SortedMap<Sku, Change> changes = new TreeMap<>();
        moves.forEach(move -> changes.merge(move.sku(), Change.of(move), Change::plus));
        try (PreparedStatement statement = connection.prepareStatement(
                "update stock set on_hand = on_hand + ?, reserved = reserved + ? where sku = ?"
                        + " and reserved + ? between 0 and on_hand + ?")) {
            for (Map.Entry<Sku, Change> entry : changes.entrySet()) {
                Change change = entry.getValue();
                statement.setLong(1, change.onHand);
                statement.setLong(2, change.reserved);
                statement.setString(3, entry.getKey().value());
                statement.setLong(4, change.reserved);
                statement.setLong(5, change.onHand);
                statement.addBatch();
            }
            int[] written = statement.executeBatch();
            int index = 0;
            for (Sku sku : changes.keySet()) {
                if (written[index] == 0) {
                    throw new StaleVersionException("stock of " + sku);
                }
                known.changing(sku);
                index++;
            }
            return true;
        }
    }

    private static StockItem item(ResultSet row) throws SQLException {
        return new StockItem(
                new Sku(row.getString("sku")),
                new MerchantId(row.getString("merchant")),
                row.getLong("on_hand"),
                row.getLong("reserved"),
                row.getLong("version"));
    }

    /** What moves do to one row. */
    private record Change(long onHand, long reserved) {
        static Change of(StockMove move) {
            long units = move.quantity();
            return switch (move.kind()) {
                case RESERVE -> new Change(0, units);
                case RELEASE -> new Change(0, -units);
                case SHIP -> new Change(-units, -units);
                case RESTOCK -> new Change(units, 0);
            };
        }

        Change plus(Change other) {
            return new Change(onHand + other.onHand, reserved + other.reserved);
        }
    }
}
