package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.application.order.Orders;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderSnapshot;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.MerchantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders, one row each, and their histories. */
final class PostgresOrders implements Orders {
    private static final String SELECT =
            "select purchase_id, number, buyer, merchant, status, placed_at, due_at, version,"
                    + " currency, document, recipient from orders ";

    /**
     * Besides the version this guards the order of the event feed, which is that of (transaction, position): a transaction
     * that began to write before the last event's would put its event in front of it. It is stale, and succeeds when repeated.
     */
    private static final String UPDATE = "update orders set status = ?, due_at = ?, version = ?, document = ?::jsonb,"
            + " recipient = ?, phone_index = ?, history_head = ?, history_tx = pg_current_xact_id()"
            + " where purchase_id = ? and number = ? and version = ? and history_tx <= pg_current_xact_id()";

    private final PostgresTransactions transactions;
    private final RecipientCipher recipients;

    PostgresOrders(PostgresTransactions transactions, RecipientCipher recipients) {
        this.transactions = transactions;
        this.recipients = recipients;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return transactions.read(connection -> Sql.one(
                connection,
                SELECT + "where purchase_id = ? and number = ?",
                this::order,
                id.purchase().value(),
                id.number()));
    }

    @Override
    public Optional<Purchase> purchase(PurchaseId id) {
        List<Order> orders = transactions.read(
                connection -> Sql.list(connection, SELECT + "where purchase_id = ?", this::order, id.value()));
        return orders.isEmpty() ? Optional.empty() : Optional.of(new Purchase(id, orders));
    }

    @Override
    public void save(OrderDecision.Changed changed) {
        transactions.write(connection -> save(connection, changed));
    }

    private boolean save(Connection connection, OrderDecision.Changed changed) throws SQLException {
        OrderSnapshot order = changed.order().snapshot();
        UUID purchase = order.id().purchase().value();
        int number = order.id().number();
        byte[] head = Sql.one(
                        connection,
                        "select history_head from orders where purchase_id = ? and number = ? and version = ?",
                        row -> row.getBytes(1),
                        purchase,
                        number,
                        changed.baseVersion())
                .orElseThrow(() -> new StaleVersionException("order " + order.id()));
        OrderEvents events = new OrderEvents();
        int updated = Sql.update(
                connection,
                UPDATE,
                order.status().name(),
                order.dueAt(),
                order.version(),
                OrderDocument.write(order),
                recipients.encrypt(order.id(), order.recipient()),
                recipients.phoneIndex(order.recipient().phone()),
                events.link(head, changed.events()),
                purchase,
                number,
                changed.baseVersion());
        if (updated == 0) {
            throw new StaleVersionException("order " + order.id());
        }
        events.insert(connection);
        return true;
    }

    @Override
    public List<OrderEvent> history(OrderId id, long after) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + OrderEvents.COLUMNS
                        + " from order_event where purchase_id = ? and number = ? and sequence > ? order by sequence",
                OrderEvents::read,
                id.purchase().value(),
                id.number(),
                after));
    }

    @Override
    public List<Order> list(OrderQuery query) {
        byte[] phone = query.phone() == null ? null : recipients.phoneIndex(query.phone());
        Conditions where = new Conditions();
        where.add("buyer = ?", query.buyer() == null ? null : query.buyer().value());
        where.add(
                "merchant = ?",
                query.merchant() == null ? null : query.merchant().value());
        where.add("status = ?", query.status() == null ? null : query.status().name());
        where.add("phone_index = ?", phone);
        where.add("placed_at >= ?", query.placedFrom());
        where.add("placed_at < ?", query.placedBefore());
        if (query.after() != null) {
            where.add(
                    "(purchase_id, number) < (?, ?)",
                    query.after().purchase().value(),
                    query.after().number());
        }
        where.parameters.add(query.limit());
        String sql = SELECT + where.text + " order by purchase_id desc, number desc limit ?";
        return transactions.read(
                connection -> Sql.list(connection, sql, this::order, where.parameters.toArray(new Object[0])));
    }

    @Override
    public List<OrderId> due(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select purchase_id, number from orders where due_at <= ? order by due_at limit ?",
                PostgresOrders::id,
                now,
                limit));
    }

    private Order order(ResultSet row) throws SQLException {
        OrderId id = id(row);
        OrderDocument document = new OrderDocument(row.getString("currency"), row.getString("document"));
        return Order.of(new OrderSnapshot(
                id,
                new BuyerId(row.getString("buyer")),
                new MerchantId(row.getString("merchant")),
                recipients.decrypt(id, row.getBytes("recipient")),
                document.lines(),
                document.amount("shipping"),
                OrderStatus.valueOf(row.getString("status")),
                document.holds(),
                document.amount("captured"),
                document.amount("refundRequested"),
                document.amount("refunded"),
                document.fulfilments(),
                Sql.instant(row, "placed_at"),
                Sql.instantOrNull(row, "due_at"),
                row.getLong("version")));
    }

    private static OrderId id(ResultSet row) throws SQLException {
        return new OrderId(new PurchaseId(row.getObject("purchase_id", UUID.class)), row.getInt("number"));
    }

    /** What is asked for, of what was asked. */
    private static final class Conditions {
        private final StringBuilder text = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        void add(String condition, @Nullable Object... values) {
            for (Object value : values) {
                if (value == null) {
                    return;
                }
                parameters.add(value);
            }
            text.append(text.isEmpty() ? "where " : " and ").append(condition);
        }
    }
}
