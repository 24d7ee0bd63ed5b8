package io.ordercore.adapters.persistence.postgres;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Statements with their parameters, and how values of the domain stand in columns. */
final class Sql {
    private Sql() {}

    /** How a row is read. */
    interface Row<R> {
        R read(ResultSet row) throws SQLException;
    }

    static <R> List<R> list(Connection connection, String sql, Row<R> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<R> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            }
        }
    }

    static <R> Optional<R> one(Connection connection, String sql, Row<R> row, @Nullable Object... parameters)
            throws SQLException {
        return list(connection, sql, row, parameters).stream().findFirst();
    }

    /** How many rows were written. */
    static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant instant ? time(instant) : value);
        }
    }

    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Microseconds since 1970, for arrays. */
    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Money money(String currency, long minor) {
        return Money.ofMinor(CurrencyUnit.of(currency), minor);
    }

    /** Of a row that belongs to an order: {@code purchase_id} and {@code order_number}. */
    static OrderId orderId(ResultSet row) throws SQLException {
        return new OrderId(new PurchaseId(row.getObject("purchase_id", UUID.class)), row.getInt("order_number"));
    }

    /** Of a row that belongs to a fulfilment: its order's columns and {@code number}. */
    static FulfilmentId fulfilmentId(ResultSet row) throws SQLException {
        return new FulfilmentId(orderId(row), row.getInt("number"));
    }
}
