package io.ordercore.adapters.persistence.postgres;

import io.ordercore.adapters.persistence.postgres.PostgresTransactions.HistoryEnd;
import io.ordercore.adapters.persistence.postgres.RecipientCipher.Personal;
import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderSnapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Writes changed orders with their events: one round trip for one order, two for many. Lives within one transaction.
 *
 * <p>An event is linked to the one before it, so the end of the history must be known. Who has loaded the order in this
 * transaction has seen it; the version in the condition makes sure that it still is the end.
 */
final class OrderWrite {
    /**
     * Besides the version this guards the order of the event feed, which is that of (transaction, position): a transaction
     * that began to write before the last event's would put its event in front of it. It is stale, and succeeds when repeated.
     */
    private static final String UPDATE =
            "update orders set status = ?, due_at = ?, version = ?, content = ?, document = null,"
                    + " recipient = coalesce(?::bytea, recipient), phone_index = coalesce(?::bytea, phone_index), history_head = ?,"
                    + " history_tx = pg_current_xact_id()"
                    + " where purchase_id = ? and number = ? and version = ? and history_tx <= pg_current_xact_id()";

    private static final int UPDATE_PARAMETERS = 10;

    private static final String UPDATE_AND_TELL = "with changed as (" + UPDATE + " returning version) "
            + OrderEvents.INSERT + " where exists (select from changed)";

    private final Connection connection;
    private final RecipientCipher recipients;
    private final Map<OrderId, HistoryEnd> ends;

    OrderWrite(Connection connection, RecipientCipher recipients, Map<OrderId, HistoryEnd> ends) {
        this.connection = connection;
        this.recipients = recipients;
        this.ends = ends;
    }

    void save(List<OrderDecision.Changed> changes) throws SQLException {
        OrderEvents events = new OrderEvents();
        if (changes.size() == 1) {
            OrderDecision.Changed change = changes.get(0);
            try (PreparedStatement statement = connection.prepareStatement(UPDATE_AND_TELL)) {
                bind(statement, change, events);
                events.bind(connection, statement, UPDATE_PARAMETERS + 1);
                refuseIfStale(change, statement.executeUpdate());
            }
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            for (OrderDecision.Changed change : changes) {
                bind(statement, change, events);
                statement.addBatch();
            }
            int[] written = statement.executeBatch();
            for (int i = 0; i < written.length; i++) {
                refuseIfStale(changes.get(i), written[i]);
            }
        }
        events.insert(connection);
    }

    private void bind(PreparedStatement statement, OrderDecision.Changed change, OrderEvents events)
            throws SQLException {
        OrderSnapshot order = change.order().snapshot();
        HistoryEnd end = end(change);
        byte[] hash = events.link(end.hash(), change.events());
        Personal personal = Personal.of(order);
        boolean same = personal.equals(end.personal());
        Sql.bind(
                statement,
                order.status().name(),
                order.dueAt(),
                order.version(),
                OrderDocument.write(order),
                same ? null : recipients.encrypt(order.id(), personal),
                same ? null : recipients.phoneIndex(order.recipient().phone()),
                hash,
                order.id().purchase().value(),
                order.id().number(),
                change.baseVersion());
        ends.put(order.id(), new HistoryEnd(order.version(), hash, personal));
    }

    private HistoryEnd end(OrderDecision.Changed change) throws SQLException {
        OrderId id = change.order().id();
        HistoryEnd seen = ends.get(id);
        if (seen != null && seen.version() == change.baseVersion()) {
            return seen;
        }
        return Sql.one(
                        connection,
                        "select history_head, recipient from orders where purchase_id = ? and number = ? and version = ?",
                        row -> new HistoryEnd(
                                change.baseVersion(), row.getBytes(1), recipients.decrypt(id, row.getBytes(2))),
                        id.purchase().value(),
                        id.number(),
                        change.baseVersion())
                .orElseThrow(() -> new StaleVersionException("order " + id));
    }

    private static void refuseIfStale(OrderDecision.Changed change, int rows) {
        if (rows == 0) {
            throw new StaleVersionException("order " + change.order().id());
        }
    }
}
