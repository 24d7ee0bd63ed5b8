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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stock, one row per SKU. Rows are always locked in the order of their SKUs, so that writers cannot block one another. */
final class PostgresStock implements Stock {
    private static final String SELECT = "select sku, merchant, on_hand, reserved, version from stock ";

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
    public void count(StockItem item) {
        transactions.writeOne(
                "stock of " + item.sku(),
                connection -> item.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into stock (sku, merchant, on_hand, reserved, version) values (?, ?, ?, 0, 1)"
                                        + " on conflict do nothing",
                                item.sku().value(),
                                item.merchant().value(),
                                item.onHand())
                        : Sql.update(
                                connection,
                                "update stock set on_hand = ?, version = ? where sku = ? and version = ? and reserved"
                                        + " <= ?",
                                item.onHand(),
                                item.version(),
                                item.sku().value(),
                                item.version() - 1,
                                item.onHand()));
        known.changing(item.sku());
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
