package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.inspection.Agencies;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.AgencyChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Agencies, one encrypted document each, and a row for every change. */
final class PostgresAgencies implements Agencies {
    private static final String SELECT = "select name, document, version from inspection_agency ";

    private final PostgresTransactions transactions;
    private final PersonalDataKeys keys;

    PostgresAgencies(PostgresTransactions transactions, PersonalDataKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public Optional<Agency> find(String name) {
        return transactions.read(connection -> Sql.one(connection, SELECT + "where name = ?", this::agency, name));
    }

    @Override
    public List<Agency> all() {
        return transactions.read(connection -> Sql.list(connection, SELECT + "order by name", this::agency));
    }

    @Override
    public void save(Agency agency, AgencyChange change) {
        byte[] document = keys.encrypt(AgencyDocument.write(agency), place(agency.name()));
        transactions.writeOne("agency " + agency.name(), connection -> {
            int saved = agency.version() == 1
                    ? Sql.update(
                            connection,
                            "insert into inspection_agency (name, document, version) values (?, ?, 1)"
                                    + " on conflict do nothing",
                            agency.name(),
                            document)
                    : Sql.update(
                            connection,
                            "update inspection_agency set document = ?, version = ? where name = ? and version = ?",
                            document,
                            agency.version(),
                            agency.name(),
                            agency.version() - 1);
            return saved == 0
                    ? 0
                    : Sql.update(
                            connection,
                            "insert into inspection_agency_change (agency, version, kind, by, at, facts)"
                                    + " values (?, ?, ?, ?::jsonb, ?, ?::jsonb)",
                            change.agency(),
                            change.version(),
                            change.kind().name(),
                            Json.object(json -> Actors.write(json, change.by())),
                            change.at(),
                            Json.object(change.facts()));
        });
    }

    @Override
    public List<AgencyChange> changes(String name) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select agency, version, kind, by, at, facts from inspection_agency_change where agency = ?"
                        + " order by version",
                PostgresAgencies::change,
                name));
    }

    private Agency agency(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return AgencyDocument.read(keys.decrypt(row.getBytes("document"), place(name)), name, row.getLong("version"));
    }

    private static AgencyChange change(ResultSet row) throws SQLException {
        return new AgencyChange(
                row.getString("agency"),
                row.getLong("version"),
                AgencyChange.Kind.valueOf(row.getString("kind")),
                Actors.read(Json.read(row.getString("by"))),
                Sql.instant(row, "at"),
                Json.strings(row.getString("facts")));
    }

    private static String place(String name) {
        return "inspection_agency|document|" + name;
    }
}
