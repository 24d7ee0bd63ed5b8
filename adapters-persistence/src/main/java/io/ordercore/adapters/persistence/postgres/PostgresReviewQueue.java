package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.catalog.listing.ReviewQueue;
import io.ordercore.application.catalog.listing.WatchReviews.Backlog;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.party.MerchantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Review tasks, one row each; a claim is one statement, so that two reviewers never share one. */
final class PostgresReviewQueue implements ReviewQueue {
    private static final String COLUMNS = "listing, merchant, revision, submitted, due, claimed_by, claimed_until";
    private static final String FREE = "(claimed_by is null or claimed_until <= ?)";

    private final PostgresTransactions transactions;

    PostgresReviewQueue(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void put(List<Task> tasks) {
        Rows rows = Rows.of(
                Rows.texts(), Rows.texts(), Rows.longs(), Rows.longs(), Rows.longs(), Rows.texts(), Rows.longs());
        for (Task task : tasks) {
            rows.add(
                    task.listing().value(),
                    task.merchant().value(),
                    (long) task.revision(),
                    Sql.micros(task.submitted()),
                    Sql.micros(task.due()),
                    task.claimedBy(),
                    task.claimedUntil() == null ? null : Sql.micros(task.claimedUntil()));
        }
        transactions.write(connection -> PostgresListings.execute(
                connection,
                "insert into review_task (" + COLUMNS + ") select l, m, r, 'epoch'::timestamptz + s * interval '1 us',"
                        + " 'epoch'::timestamptz + d * interval '1 us', c, 'epoch'::timestamptz + u * interval '1 us'"
                        + " from unnest(?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[], ?::text[], ?::int8[])"
                        + " as t(l, m, r, s, d, c, u) on conflict (listing) do update set revision = excluded.revision,"
                        + " submitted = excluded.submitted, due = excluded.due, claimed_by = excluded.claimed_by,"
                        + " claimed_until = excluded.claimed_until,"
                        + " overdue = review_task.overdue and review_task.due = excluded.due",
                rows));
    }

    @Override
    public void remove(ListingId listing) {
        transactions.write(
                connection -> Sql.update(connection, "delete from review_task where listing = ?", listing.value()));
    }

    @Override
    public Optional<Task> find(ListingId listing) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select " + COLUMNS + " from review_task where listing = ?",
                PostgresReviewQueue::task,
                listing.value()));
    }

    @Override
    public Optional<Task> claim(@Nullable ListingId listing, String reviewer, Instant now, Instant until) {
        return transactions.write(connection -> listing == null
                ? Sql.one(
                        connection,
                        "update review_task set claimed_by = ?, claimed_until = ? where listing = (select listing"
                                + " from review_task where merchant <> ? and " + FREE
                                + " order by due, listing limit 1 for update skip locked) returning " + COLUMNS,
                        PostgresReviewQueue::task,
                        reviewer,
                        until,
                        reviewer,
                        now)
                : Sql.one(
                        connection,
                        "update review_task set claimed_by = ?, claimed_until = ? where listing = ? and merchant <> ?"
                                + " and (claimed_by = ? or " + FREE + ") returning " + COLUMNS,
                        PostgresReviewQueue::task,
                        reviewer,
                        until,
                        listing.value(),
                        reviewer,
                        reviewer,
                        now));
    }

    @Override
    public void release(ListingId listing, String reviewer) {
        transactions.write(connection -> Sql.update(
                connection,
                "update review_task set claimed_by = null, claimed_until = null where listing = ? and claimed_by = ?",
                listing.value(),
                reviewer));
    }

    @Override
    public List<Task> list(int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from review_task order by due, listing limit ?",
                PostgresReviewQueue::task,
                limit));
    }

    @Override
    public long size() {
        return transactions.read(connection -> Sql.one(
                        connection, "select count(*) as waiting from review_task", row -> row.getLong("waiting"))
                .orElse(0L));
    }

    @Override
    public List<Task> takeOverdue(Instant now, int limit) {
        return transactions.write(connection -> Sql.list(
                connection,
                "update review_task set overdue = true where listing in (select listing from review_task where not"
                        + " overdue and due <= ? order by due, listing limit ? for update skip locked) returning "
                        + COLUMNS,
                PostgresReviewQueue::task,
                now,
                limit));
    }

    @Override
    public Backlog backlog(Instant now) {
        return transactions.read(connection -> backlog(connection, "from review_task", "submitted", now));
    }

    /** @param submitted the column, or what stands for it */
    static Backlog backlog(Connection connection, String from, String submitted, Instant now) throws SQLException {
        return Sql.one(
                        connection,
                        "select count(*) as waiting, count(*) filter (where due <= ?) as overdue, min(" + submitted
                                + ") as oldest " + from,
                        row -> new Backlog(
                                row.getLong("waiting"), row.getLong("overdue"), Sql.instantOrNull(row, "oldest")),
                        now)
                .orElse(new Backlog(0, 0, null));
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                new ListingId(row.getString("listing")),
                new MerchantId(row.getString("merchant")),
                row.getInt("revision"),
                Sql.instant(row, "submitted"),
                Sql.instant(row, "due"),
                row.getString("claimed_by"),
                Sql.instantOrNull(row, "claimed_until"));
    }
}
