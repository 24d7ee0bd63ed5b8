package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.inspection.Inspections;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionEntry;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.inspection.RectificationId;
import io.ordercore.domain.party.MerchantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inspections, one document each, and rectifications, of which a product has at most one open. */
final class PostgresInspections implements Inspections {
    private static final String COLUMNS = "id, merchant, sku, document, ordered_at, version";
    private static final String SELECT = "select " + COLUMNS + ", (select jsonb_agg(entry.document order by number)"
            + " from inspection_entry as entry where inspection_id = inspection.id) as entries from inspection ";
    private static final String CASE_COLUMNS =
            "inspection_id, entry, merchant, sku, severity, opened_at, deadline, closed_at, outcome";

    private final PostgresTransactions transactions;

    PostgresInspections(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Inspection> find(InspectionId id) {
        return transactions.read(connection ->
                Sql.one(connection, SELECT + "where id = ?", PostgresInspections::inspection, id.value()));
    }

    @Override
    public void save(Inspection inspection) {
        String what = "inspection " + inspection.id();
        if (inspection.version() == 1) {
            transactions.writeOne(what, connection -> insert(connection, inspection));
            return;
        }
        transactions.writeOne(
                what,
                connection -> Sql.update(
                                        connection,
                                        "update inspection set version = ? where id = ? and version = ?",
                                        inspection.version(),
                                        inspection.id().value(),
                                        inspection.version() - 1)
                                == 0
                        ? 0
                        : insertLastEntry(connection, inspection));
    }

    private static int insert(Connection connection, Inspection inspection) throws SQLException {
        return Sql.update(
                connection,
                "insert into inspection (" + COLUMNS + ") values (?, ?, ?, ?::jsonb, ?, 1) on conflict do nothing",
                inspection.id().value(),
                inspection.lot().merchant().value(),
                inspection.lot().sku().value(),
                InspectionDocument.write(inspection),
                inspection.orderedAt());
    }

    private static int insertLastEntry(Connection connection, Inspection inspection) throws SQLException {
        InspectionEntry last = inspection.entries().get(inspection.entries().size() - 1);
        return Sql.update(
                connection,
                "insert into inspection_entry (inspection_id, number, document) values (?, ?, ?::jsonb)",
                inspection.id().value(),
                last.number(),
                InspectionDocument.write(last));
    }

    @Override
    public void lock(Sku sku) {
        transactions.read(connection -> Sql.one(
                connection,
                "select pg_advisory_xact_lock(hashtextextended('judging ' || ?, 0))",
                row -> true,
                sku.value()));
    }

    @Override
    public List<Inspection> of(Sku sku) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + "where sku = ? order by ordered_at, id",
                PostgresInspections::inspection,
                sku.value()));
    }

    @Override
    public List<Inspection> list(@Nullable MerchantId merchant, @Nullable InspectionId after, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + "where (?::text is null or merchant = ?) and (?::uuid is null"
                        + " or (ordered_at, id) < (select ordered_at, id from inspection where id = ?))"
                        + " order by ordered_at desc, id desc limit ?",
                PostgresInspections::inspection,
                merchant == null ? null : merchant.value(),
                merchant == null ? null : merchant.value(),
                after == null ? null : after.value(),
                after == null ? null : after.value(),
                limit));
    }

    @Override
    public List<Rectification> rectifications(Sku sku) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + CASE_COLUMNS + " from rectification where sku = ? order by opened_at, inspection_id, entry",
                PostgresInspections::rectification,
                sku.value()));
    }

    @Override
    public Set<Sku> underRectification() {
        return Set.copyOf(transactions.read(connection -> Sql.list(
                connection,
                "select sku from rectification where closed_at is null",
                row -> new Sku(row.getString("sku")))));
    }

    @Override
    public List<Rectification> openRectifications(MerchantId merchant) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + CASE_COLUMNS
                        + " from rectification where merchant = ? and closed_at is null order by opened_at, inspection_id, entry",
                PostgresInspections::rectification,
                merchant.value()));
    }

    @Override
    public List<Rectification> untold(int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + CASE_COLUMNS + " from rectification where buyers_told_at is null and (outcome is null or"
                        + " outcome = 'RECTIFIED') or buyers_told_at is not null and withdrawal_told_at is null and"
                        + " outcome = 'WITHDRAWN' order by opened_at limit ?",
                PostgresInspections::rectification,
                limit));
    }

    @Override
    public void told(RectificationId rectification, Instant now) {
        transactions.write(connection -> Sql.update(
                connection,
                "update rectification set buyers_told_at = coalesce(buyers_told_at, ?), withdrawal_told_at = case when"
                        + " outcome = 'WITHDRAWN' then ?::timestamptz end where inspection_id = ? and entry = ?",
                now,
                now,
                rectification.inspection().value(),
                rectification.entry()));
    }

    @Override
    public List<Rectification> overdue(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + CASE_COLUMNS + " from rectification where closed_at is null and reminded_at is null"
                        + " and deadline < ? order by deadline limit ?",
                PostgresInspections::rectification,
                now,
                limit));
    }

    @Override
    public void reminded(RectificationId rectification, Instant now) {
        transactions.write(connection -> Sql.update(
                connection,
                "update rectification set reminded_at = ? where inspection_id = ? and entry = ?",
                now,
                rectification.inspection().value(),
                rectification.entry()));
    }

    @Override
    public void save(Rectification rectification) {
        RectificationId id = rectification.id();
        transactions.writeOne(
                "rectification of " + rectification.sku(),
                connection -> Sql.update(
                        connection,
                        "insert into rectification (" + CASE_COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (inspection_id, entry) do update set closed_at = excluded.closed_at,"
                                + " outcome = excluded.outcome where rectification.closed_at is null",
                        id.inspection().value(),
                        id.entry(),
                        rectification.merchant().value(),
                        rectification.sku().value(),
                        rectification.severity().name(),
                        rectification.openedAt(),
                        rectification.deadline(),
                        rectification.closedAt(),
                        rectification.outcome() == null
                                ? null
                                : rectification.outcome().name()));
    }

    private static Inspection inspection(ResultSet row) throws SQLException {
        return new InspectionDocument(row.getString("document"), row.getString("entries"))
                .inspection(
                        new InspectionId(row.getObject("id", UUID.class)),
                        new MerchantId(row.getString("merchant")),
                        new Sku(row.getString("sku")),
                        Sql.instant(row, "ordered_at"));
    }

    private static Rectification rectification(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Rectification(
                new RectificationId(new InspectionId(row.getObject("inspection_id", UUID.class)), row.getInt("entry")),
                new MerchantId(row.getString("merchant")),
                new Sku(row.getString("sku")),
                DefectClass.valueOf(row.getString("severity")),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "deadline"),
                Sql.instantOrNull(row, "closed_at"),
                outcome == null ? null : Rectification.Outcome.valueOf(outcome));
    }
}
