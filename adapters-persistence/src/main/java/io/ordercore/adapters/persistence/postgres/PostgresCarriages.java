package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.logistics.carriage.Carriages;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.carriage.Carriage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Carriages, a row each beside those of the same order; from where they go is encrypted. */
final class PostgresCarriages implements Carriages {
    private static final String SELECT =
            "select purchase_id, order_number, number, requested_at, next_at, document, version from carriage";

    private final PostgresTransactions transactions;
    private final PersonalDataKeys keys;

    PostgresCarriages(PostgresTransactions transactions, PersonalDataKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public Optional<Carriage> find(FulfilmentId fulfilment) {
        return transactions.read(connection -> Sql.one(
                connection,
                SELECT + " where purchase_id = ? and order_number = ? and number = ?",
                this::carriage,
                fulfilment.order().purchase().value(),
                fulfilment.order().number(),
                fulfilment.number()));
    }

    @Override
    public List<FulfilmentId> due(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select purchase_id, order_number, number from carriage where next_at <= ? order by next_at limit ?",
                Sql::fulfilmentId,
                now,
                limit));
    }

    @Override
    public void save(Carriage changed) {
        FulfilmentId id = changed.fulfilment();
        byte[] document = keys.encrypt(CarriageDocument.write(changed), place(id));
        transactions.writeOne(
                "carriage of " + id,
                connection -> changed.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into carriage (purchase_id, order_number, number, carrier, status, requested_at,"
                                        + " next_at, document, version) values (?, ?, ?, ?, ?, ?, ?, ?, 1)"
                                        + " on conflict do nothing",
                                id.order().purchase().value(),
                                id.order().number(),
                                id.number(),
                                changed.wish().carrier().value(),
                                changed.status().name(),
                                changed.requestedAt(),
                                changed.nextAt(),
                                document)
                        : Sql.update(
                                connection,
                                "update carriage set carrier = ?, status = ?, requested_at = ?, next_at = ?, document = ?,"
                                        + " version = ? where purchase_id = ? and order_number = ? and number = ? and"
                                        + " version = ?",
                                changed.wish().carrier().value(),
                                changed.status().name(),
                                changed.requestedAt(),
                                changed.nextAt(),
                                document,
                                changed.version(),
                                id.order().purchase().value(),
                                id.order().number(),
                                id.number(),
                                changed.version() - 1));
    }

    private Carriage carriage(ResultSet row) throws SQLException {
        FulfilmentId id = Sql.fulfilmentId(row);
        return CarriageDocument.read(
                keys.decrypt(row.getBytes("document"), place(id)),
                id,
                Sql.instant(row, "requested_at"),
                Sql.instantOrNull(row, "next_at"),
                row.getLong("version"));
    }

    private static String place(FulfilmentId id) {
        return "carriage|document|" + id;
    }
}
