package io.ordercore.adapters.persistence.postgres;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.ordercore.application.order.EventFeed;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads the history as an outbox, in the order of (transaction, position). An event is passed on once every transaction up to
 * its own has ended, so that none that commits later can lie behind a consumer's place.
 *
 * <p>Consumers follow each other over the same history, and most want little of it: the first looks what lies there, the others
 * remember that and read only what is theirs.
 */
final class PostgresEventFeed implements EventFeed {
    private static final String ENDED = " tx < pg_snapshot_xmin(pg_current_snapshot()) ";
    /** How far the next events go, how many they are and of what types. Sorted by the column, not by its text: 1000 comes after 999. */
    private static final String REACH = "with next as materialized (select tx, position, type from order_event"
            + " where (tx, position) > (?::xid8, ?) and" + ENDED + "order by tx, position limit ?)"
            + " select tx::text, position, (select count(*) from next) as events,"
            + " array(select distinct next.type from next) as types from next order by next.tx desc, position desc limit 1";

    private static final String WANTED = "select " + OrderEvents.COLUMNS + " from order_event"
            + " where (tx, position) > (?::xid8, ?) and (tx, position) <= (?::xid8, ?) and type = any (?)"
            + " order by tx, position";

    /** Also what a long transaction holds back: it is late, whoever is to blame. */
    private static final String OLDEST =
            "select at from order_event where (tx, position) > (?::xid8, ?) order by tx, position limit 1";

    private static final int STEPS_TO_REMEMBER = 1_000;

    private final PostgresTransactions transactions;
    /** What the last steps were: history that has ended does not change, and each consumer takes the same steps. */
    private final Cache<Step, Reach> steps =
            CacheBuilder.newBuilder().maximumSize(STEPS_TO_REMEMBER).build();

    PostgresEventFeed(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int deliver(String consumer, Set<OrderEventType> types, int limit, Consumer<List<OrderEvent>> work) {
        return transactions.write(connection -> {
            if (!isMine(connection, consumer)) {
                return 0;
            }
            Place place = place(connection, consumer);
            Optional<Reach> reach = reach(connection, new Step(place, limit));
            if (reach.isEmpty()) {
                return 0;
            }
            Set<String> names = types.stream().map(OrderEventType::name).collect(Collectors.toSet());
            if (!Collections.disjoint(reach.get().types, names)) {
                work.accept(wanted(connection, names, place, reach.get().last));
            }
            move(connection, consumer, reach.get().last);
            return reach.get().events;
        });
    }

    private Optional<Reach> reach(Connection connection, Step step) throws SQLException {
        Reach known = steps.getIfPresent(step);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Reach> found =
                Sql.one(connection, REACH, PostgresEventFeed::reach, step.after.tx, step.after.position, step.limit);
        found.ifPresent(reach -> steps.put(step, reach));
        return found;
    }

    private static Reach reach(ResultSet row) throws SQLException {
        return new Reach(
                new Place(row.getString("tx"), row.getLong("position")), row.getInt("events"), Set.of((String[])
                        row.getArray("types").getArray()));
    }

    private static List<OrderEvent> wanted(Connection connection, Set<String> types, Place after, Place last)
            throws SQLException {
        return Sql.list(
                connection,
                WANTED,
                OrderEvents::read,
                after.tx,
                after.position,
                last.tx,
                last.position,
                connection.createArrayOf("text", types.toArray()));
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

    /** The next events after a place, so many at most. */
    private record Step(Place after, int limit) {}

    /** The last of some events, how many they are and of what types, also of those that only a later version knows. */
    private record Reach(Place last, int events, Set<String> types) {}
}
