package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.modification.ChangeSets;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Change sets, one row each; a unique index allows one open one per order. */
final class PostgresChangeSets implements ChangeSets {
    private static final String SELECT =
            "select id, purchase_id, order_number, status, requested_at, currency, document, version from change_set";

    private final PostgresTransactions transactions;
    private final PersonalDataKeys keys;

    PostgresChangeSets(PostgresTransactions transactions, PersonalDataKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public Optional<ChangeSet> find(ChangeSetId id) {
        return transactions.read(
                connection -> Sql.one(connection, SELECT + " where id = ?", this::changeSet, id.value()));
    }

    @Override
    public List<ChangeSet> of(OrderId order) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + " where purchase_id = ? and order_number = ? order by requested_at desc, id desc",
                this::changeSet,
                order.purchase().value(),
                order.number()));
    }

    @Override
    public List<ChangeSet> in(ChangeSetStatus status, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + " where status = ? order by requested_at limit ?",
                this::changeSet,
                status.name(),
                limit));
    }

    @Override
    public List<ChangeSetId> over(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select id from change_set where is_open and until <= ? order by until limit ?",
                row -> new ChangeSetId(row.getObject("id", UUID.class)),
                now,
                limit));
    }

    @Override
    public void save(ChangeSet changed) {
        byte[] document = keys.encrypt(ChangeSetDocument.write(changed), place(changed.id()));
        int written = transactions.write(connection -> changed.version() == 1
                ? Sql.update(
                        connection,
                        "insert into change_set (id, purchase_id, order_number, status, is_open, requested_at, until,"
                                + " currency, document, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
                                + " on conflict do nothing",
                        changed.id().value(),
                        changed.order().purchase().value(),
                        changed.order().number(),
                        changed.status().name(),
                        changed.status().isOpen(),
                        changed.requestedAt(),
                        changed.quote().until(),
                        changed.quote().payableBefore().getCurrencyUnit().getCode(),
                        document)
                : Sql.update(
                        connection,
                        "update change_set set status = ?, is_open = ?, until = ?, document = ?, version = ?"
                                + " where id = ? and version = ?",
                        changed.status().name(),
                        changed.status().isOpen(),
                        changed.quote().until(),
                        document,
                        changed.version(),
                        changed.id().value(),
                        changed.version() - 1));
        if (written == 0) {
            throw new StaleVersionException("change set " + changed.id());
        }
    }

    private ChangeSet changeSet(ResultSet row) throws SQLException {
        ChangeSetId id = new ChangeSetId(row.getObject("id", UUID.class));
        ChangeSetDocument document =
                new ChangeSetDocument(row.getString("currency"), keys.decrypt(row.getBytes("document"), place(id)));
        return new ChangeSet(
                id,
                Sql.orderId(row),
                ChangeSetStatus.valueOf(row.getString("status")),
                document.requestedBy(),
                document.proof(),
                document.quote(),
                document.consented(),
                document.approved(),
                Sql.instant(row, "requested_at"),
                document.steps(),
                row.getLong("version"));
    }

    private static String place(ChangeSetId id) {
        return "change_set.document:" + id;
    }
}
