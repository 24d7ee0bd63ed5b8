package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.inspection.Inspections;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.party.MerchantId;
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
    private static final String CASE_COLUMNS = "id, merchant, sku, severity, opened_at, deadline, closed_at";

    private final PostgresTransactions transactions;

    PostgresInspections(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Inspection> find(InspectionId id) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select " + COLUMNS + " from inspection where id = ?",
                PostgresInspections::inspection,
                id.value()));
    }

    @Override
    public void save(Inspection inspection) {
        String document = InspectionDocument.write(inspection);
        transactions.writeOne(
                "inspection " + inspection.id(),
                connection -> inspection.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into inspection (" + COLUMNS
                                        + ") values (?, ?, ?, ?::jsonb, ?, 1) on conflict do nothing",
                                inspection.id().value(),
                                inspection.lot().merchant().value(),
                                inspection.lot().sku().value(),
                                document,
                                inspection.orderedAt())
                        : Sql.update(
                                connection,
                                "update inspection set document = ?::jsonb, version = ? where id = ? and version = ?",
                                document,
                                inspection.version(),
                                inspection.id().value(),
                                inspection.version() - 1));
    }

    @Override
    public List<Inspection> of(Sku sku) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from inspection where sku = ? order by ordered_at, id",
                PostgresInspections::inspection,
                sku.value()));
    }

    @Override
    public List<Inspection> list(@Nullable MerchantId merchant, @Nullable InspectionId after, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from inspection where (?::text is null or merchant = ?) and (?::uuid is null"
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
                "select " + CASE_COLUMNS + " from rectification where sku = ? order by opened_at, id",
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
                        + " from rectification where merchant = ? and closed_at is null order by opened_at, id",
                PostgresInspections::rectification,
                merchant.value()));
    }

    @Override
    public List<Rectification> untold(int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + CASE_COLUMNS
                        + " from rectification where buyers_told_at is null order by opened_at limit ?",
                PostgresInspections::rectification,
                limit));
    }

    @Override
    public void told(InspectionId rectification, Instant now) {
        transactions.write(connection -> Sql.update(
                connection, "update rectification set buyers_told_at = ? where id = ?", now, rectification.value()));
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
    public void reminded(InspectionId rectification, Instant now) {
        transactions.write(connection -> Sql.update(
                connection, "update rectification set reminded_at = ? where id = ?", now, rectification.value()));
    }

    @Override
    public void save(Rectification rectification) {
        transactions.writeOne(
                "rectification of " + rectification.sku(),
                connection -> rectification.isOpen()
                        ? Sql.update(
                                connection,
                                "insert into rectification (" + CASE_COLUMNS
                                        + ") values (?, ?, ?, ?, ?, ?, null) on conflict do nothing",
                                rectification.id().value(),
                                rectification.merchant().value(),
                                rectification.sku().value(),
                                rectification.severity().name(),
                                rectification.openedAt(),
                                rectification.deadline())
                        : Sql.update(
                                connection,
                                "update rectification set closed_at = ? where id = ? and closed_at is null",
                                rectification.closedAt(),
                                rectification.id().value()));
    }

    private static Inspection inspection(ResultSet row) throws SQLException {
        return new InspectionDocument(row.getString("document"))
                .inspection(
                        new InspectionId(row.getObject("id", UUID.class)),
                        new MerchantId(row.getString("merchant")),
                        new Sku(row.getString("sku")),
                        Sql.instant(row, "ordered_at"),
                        row.getLong("version"));
    }

    private static Rectification rectification(ResultSet row) throws SQLException {
        return new Rectification(
                new InspectionId(row.getObject("id", UUID.class)),
                new MerchantId(row.getString("merchant")),
                new Sku(row.getString("sku")),
                DefectClass.valueOf(row.getString("severity")),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "deadline"),
                Sql.instantOrNull(row, "closed_at"));
    }
}
