package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.order.EventFeed;
import io.ordercore.domain.order.OrderEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the history as an outbox, in the order of (transaction, position). An event is passed on once every transaction up to
 * its own has ended, so that none that commits later can lie behind a consumer's place.
 */
final class PostgresEventFeed implements EventFeed {
    private static final String ENDED = " tx < pg_snapshot_xmin(pg_current_snapshot()) ";
    /** Sorted by the column, not by its text beside it in the list: 1000 comes after 999. */
    private static final String NEXT = "select " + OrderEvents.COLUMNS + ", tx::text, position from order_event"
            + " where (tx, position) > (?::xid8, ?) and" + ENDED + "order by order_event.tx, position limit ?";

    /** Also what a long transaction holds back: it is late, whoever is to blame. */
    private static final String OLDEST =
            "select at from order_event where (tx, position) > (?::xid8, ?) order by tx, position limit 1";

    private final PostgresTransactions transactions;

    PostgresEventFeed(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int deliver(String consumer, int limit, Consumer<List<OrderEvent>> work) {
        return transactions.write(connection -> {
            if (!isMine(connection, consumer)) {
                return 0;
            }
            Place place = place(connection, consumer);
            List<Entry> entries = Sql.list(
                    connection,
                    NEXT,
                    row -> new Entry(OrderEvents.read(row), new Place(row.getString("tx"), row.getLong("position"))),
                    place.tx,
                    place.position,
                    limit);
            if (entries.isEmpty()) {
                return 0;
            }
            work.accept(entries.stream().map(Entry::event).toList());
            move(connection, consumer, entries.get(entries.size() - 1).place);
            return entries.size();
        });
    }

    @Override
    public Duration lag(String consumer, Instant now) {
        return transactions.read(connection -> {
            Place place = place(connection, consumer);
            return Sql.one(connection, OLDEST, row -> Sql.instant(row, "at"), place.tx, place.position)
                    .map(oldest -> Duration.between(oldest, now))
                    .filter(lag -> !lag.isNegative())
                    .orElse(Duration.ZERO);
        });
    }

    /** An advisory lock, not a row lock: a transaction that holds a row lock counts as writing and would delay every feed. */
    private static boolean isMine(Connection connection, String consumer) throws SQLException {
        return Sql.one(
                        connection,
                        "select pg_try_advisory_xact_lock(hashtextextended('event feed ' || ?, 0))",
                        row -> row.getBoolean(1),
                        consumer)
                .orElse(false);
    }

    private static Place place(Connection connection, String consumer) throws SQLException {
        return Sql.one(
                        connection,
                        "select tx::text, position from event_cursor where consumer = ?",
                        row -> new Place(row.getString("tx"), row.getLong("position")),
                        consumer)
                .orElse(new Place("0", 0));
    }

    private static void move(Connection connection, String consumer, Place to) throws SQLException {
        Sql.update(
                connection,
                "insert into event_cursor (consumer, tx, position) values (?, ?::xid8, ?)"
                        + " on conflict (consumer) do update set tx = excluded.tx, position = excluded.position",
                consumer,
                to.tx,
                to.position);
    }

    private record Place(String tx, long position) {}

    private record Entry(OrderEvent event, Place place) {}
}
