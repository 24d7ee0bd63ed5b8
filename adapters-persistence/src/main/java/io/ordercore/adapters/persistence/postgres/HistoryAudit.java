package io.ordercore.adapters.persistence.postgres;

import io.ordercore.domain.order.EventChain;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Proves that no order's history was changed: walks every chain of {@link EventChain} from its first event to the head its
 * order remembers. Rows are streamed; memory does not grow with the number of orders.
 */
public final class HistoryAudit {
    private static final int AT_A_TIME = 1_000;
    private static final String ALL = "select coalesce(e.purchase_id, o.purchase_id) as purchase_id,"
            + " coalesce(e.number, o.number) as number, e.sequence, e.type, e.actor, e.actor_role, e.actor_channel,"
            + " e.reason, e.at, e.facts, e.hash, o.version, o.history_head"
            + " from orders o full join order_event e on o.purchase_id = e.purchase_id and o.number = e.number"
            + " order by 1, 2, 3";

    private final DataSource source;

    private HistoryAudit(DataSource source) {
        this.source = source;
    }

    public static HistoryAudit of(DataSource source) {
        return new HistoryAudit(source);
    }

    /** Walks all chains up to the first broken row. */
    public Report verify() {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(ALL)) {
                statement.setFetchSize(AT_A_TIME);
                try (ResultSet rows = statement.executeQuery()) {
                    return walk(rows);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw SqlFailures.beforeCommit(e);
        }
    }

    private static Report walk(ResultSet rows) throws SQLException {
        long orders = 0;
        long events = 0;
        Chain chain = null;
        while (rows.next()) {
            OrderId id = new OrderId(new PurchaseId(rows.getObject("purchase_id", UUID.class)), rows.getInt("number"));
            if (chain == null || !chain.order.equals(id)) {
                Optional<Break> end = chain == null ? Optional.empty() : chain.brokenAtEnd();
                if (end.isPresent()) {
                    return new Report(orders, events, end);
                }
                chain = new Chain(id, rows.getLong("version"), rows.getBytes("history_head"));
                orders++;
            }
            if (rows.getString("type") == null) {
                continue; // an order without events: its chain ends too early
            }
            Optional<Break> broken = chain.brokenBy(rows);
            if (broken.isPresent()) {
                return new Report(orders, events, broken);
            }
            events++;
        }
        return new Report(orders, events, chain == null ? Optional.empty() : chain.brokenAtEnd());
    }

    /**
     * What was found.
     *
     * @param orders chains walked
     * @param events links that were found whole
     * @param firstBreak empty if all is well
     */
    public record Report(long orders, long events, Optional<Break> firstBreak) {}

    /** The first row that is not as it was written. */
    public record Break(OrderId order, long sequence, Reason reason) {}

    /** In which way a chain can be broken. */
    public enum Reason {
        /** An event is missing. */
        GAP,
        /** An event was changed, or moved from elsewhere. */
        CHANGED,
        /** Events were removed from, or added to, the end: the order remembers another one as its last. */
        OTHER_END,
        /** There are events of an order that is not there. */
        NO_ORDER
    }

    /** One order's events, as they come. */
    private static final class Chain {
        private final OrderId order;
        private final long version;
        private final byte @Nullable [] head;
        private byte[] hash = EventChain.start();
        private long sequence;

        Chain(OrderId order, long version, byte @Nullable [] head) {
            this.order = order;
            this.version = version;
            this.head = head;
        }

        Optional<Break> brokenBy(ResultSet row) throws SQLException {
            sequence++;
            if (head == null) {
                return Optional.of(new Break(order, sequence, Reason.NO_ORDER));
            }
            if (row.getLong("sequence") != sequence) {
                return Optional.of(new Break(order, sequence, Reason.GAP));
            }
            return isAsWritten(row) ? Optional.empty() : Optional.of(new Break(order, sequence, Reason.CHANGED));
        }

        private boolean isAsWritten(ResultSet row) throws SQLException {
            try {
                hash = EventChain.link(hash, OrderEvents.read(row));
                return Arrays.equals(hash, row.getBytes("hash"));
            } catch (IllegalArgumentException notEvenAnEvent) {
                return false;
            }
        }

        Optional<Break> brokenAtEnd() {
            return sequence == version && Arrays.equals(hash, head)
                    ? Optional.empty()
                    : Optional.of(new Break(order, Math.max(sequence, 1), Reason.OTHER_END));
        }
    }
}
