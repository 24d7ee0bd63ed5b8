package io.ordercore.adapters.persistence.postgres;

import io.ordercore.adapters.persistence.postgres.PostgresTransactions.HistoryEnd;
import io.ordercore.adapters.persistence.postgres.RecipientCipher.Personal;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.application.order.Orders;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.order.PurchaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders, one row each, and their histories. */
final class PostgresOrders implements Orders {
    /** What another transaction is changing is left to it. */
    private static final String DUE =
            OrderRow.SELECT + "where due_at <= ? order by due_at limit ? offset ? for no key update skip locked";

    private final PostgresTransactions transactions;
    private final RecipientCipher recipients;
    private final OrderLookups lookups;

    PostgresOrders(PostgresTransactions transactions, RecipientCipher recipients) {
        this.transactions = transactions;
        this.recipients = recipients;
        this.lookups = new OrderLookups(transactions);
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return lookups.find(id).map(this::order);
    }

    @Override
    public Optional<Purchase> purchase(PurchaseId id) {
        List<Order> orders = transactions.read(
                connection -> Sql.list(connection, OrderRow.SELECT + "where purchase_id = ?", this::order, id.value()));
        return orders.isEmpty() ? Optional.empty() : Optional.of(new Purchase(id, orders));
    }

    @Override
    public void save(List<OrderDecision.Changed> changes) {
        if (!changes.isEmpty()) {
            transactions.write(connection -> {
                new OrderWrite(connection, recipients, transactions.historyEnds()).save(changes);
                return true;
            });
        }
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
        String sql = OrderRow.SELECT + where.text + " order by purchase_id desc, number desc limit ?";
        return transactions.read(
                connection -> Sql.list(connection, sql, this::order, where.parameters.toArray(new Object[0])));
    }

    @Override
    public List<Order> due(Instant now, int skip, int limit) {
        return transactions.read(connection -> Sql.list(connection, DUE, this::order, now, limit, skip));
    }

    @Override
    public Optional<Instant> earliestDeadline() {
        return transactions.read(connection -> Sql.one(
                connection,
                "select due_at from orders where due_at is not null order by due_at limit 1",
                row -> Sql.instant(row, "due_at")));
    }

    private Order order(ResultSet row) throws SQLException {
        return order(OrderRow.read(row));
    }

    private Order order(OrderRow row) {
        Personal personal = recipients.decrypt(row.id(), row.recipient());
        transactions.historyEnds().put(row.id(), new HistoryEnd(row.version(), row.historyHead(), personal));
        return Order.of(row.snapshot(personal));
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
