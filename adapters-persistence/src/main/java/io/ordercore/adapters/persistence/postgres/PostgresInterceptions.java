package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.intercept.Interceptions;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.logistics.intercept.InterceptionStatus;
import io.ordercore.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Interceptions, one row each; a unique index allows one open one per fulfilment. */
final class PostgresInterceptions implements Interceptions {
    private static final String SELECT =
            "select id, purchase_id, order_number, fulfilment_number, status, requested_at,"
                    + " next_at, currency, document, version from interception";

    private final PostgresTransactions transactions;
    private final PersonalDataKeys keys;

    PostgresInterceptions(PostgresTransactions transactions, PersonalDataKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public Optional<Interception> find(InterceptionId id) {
        return transactions.read(
                connection -> Sql.one(connection, SELECT + " where id = ?", this::interception, id.value()));
    }

    @Override
    public List<Interception> of(OrderId order) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + " where purchase_id = ? and order_number = ? order by requested_at desc, id desc",
                this::interception,
                order.purchase().value(),
                order.number()));
    }

    @Override
    public List<InterceptionId> due(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select id from interception where next_at <= ? order by next_at limit ?",
                row -> new InterceptionId(row.getObject("id", UUID.class)),
                now,
                limit));
    }

    @Override
    public void save(Interception changed) {
        byte[] document = keys.encrypt(InterceptionDocument.write(changed), place(changed.id()));
        OrderId order = changed.fulfilment().order();
        int written = transactions.write(connection -> changed.version() == 1
                ? Sql.update(
                        connection,
                        "insert into interception (id, purchase_id, order_number, fulfilment_number, status, is_open,"
                                + " requested_at, next_at, currency, document, version)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict do nothing",
                        changed.id().value(),
                        order.purchase().value(),
                        order.number(),
                        changed.fulfilment().number(),
                        changed.status().name(),
                        changed.status().isOpen(),
                        changed.requestedAt(),
                        changed.nextAt(),
                        changed.terms().fee().getCurrencyUnit().getCode(),
                        document)
                : Sql.update(
                        connection,
                        "update interception set status = ?, is_open = ?, next_at = ?, document = ?, version = ?"
                                + " where id = ? and version = ?",
                        changed.status().name(),
                        changed.status().isOpen(),
                        changed.nextAt(),
                        document,
                        changed.version(),
                        changed.id().value(),
                        changed.version() - 1));
        if (written == 0) {
            throw new StaleVersionException("interception " + changed.id());
        }
    }

    private Interception interception(ResultSet row) throws SQLException {
        InterceptionId id = new InterceptionId(row.getObject("id", UUID.class));
        OrderId order = Sql.orderId(row);
        return new InterceptionDocument(row.getString("currency"), keys.decrypt(row.getBytes("document"), place(id)))
                .interception(
                        id,
                        new FulfilmentId(order, row.getInt("fulfilment_number")),
                        InterceptionStatus.valueOf(row.getString("status")),
                        Sql.instant(row, "requested_at"),
                        Sql.instantOrNull(row, "next_at"),
                        row.getLong("version"));
    }

    private static String place(InterceptionId id) {
        return "interception.document:" + id;
    }
}
