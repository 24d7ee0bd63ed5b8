package io.ordercore.adapters.persistence.postgres;

import io.ordercore.domain.order.OrderId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the tables hold, to the bit: to see what a command changed and what it left alone. */
final class StoredRows {
    private final TestPostgres postgres;

    StoredRows(TestPostgres postgres) {
        this.postgres = postgres;
    }

    /** What the tables hold, to the bit. */
    Map<String, String> rows(String... tables) {
        Map<String, String> rows = new TreeMap<>();
        for (String table : tables) {
            rows.putAll(query("select '" + table + "', coalesce(string_agg(t::text, ' ' order by t::text), '') from "
                    + table + " t"));
        }
        return rows;
    }

    /** The columns of an order's row, to the bit. */
    Map<String, String> orderRow(OrderId order) {
        return query("select it.key, coalesce(it.value, '') from orders o, jsonb_each_text(to_jsonb(o)) it"
                + " where purchase_id = '" + order.purchase().value() + "'");
    }

    private Map<String, String> query(String sql) {
        try (Connection connection = postgres.owner().getConnection()) {
            Map<String, String> all = new TreeMap<>();
            Sql.list(connection, sql, row -> all.put(row.getString(1), row.getString(2)));
            return all;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<String> changed = new TreeSet<>();
        after.forEach((column, value) -> {
            if (!value.equals(before.get(column))) {
                changed.add(column);
            }
        });
        return changed;
    }
}
