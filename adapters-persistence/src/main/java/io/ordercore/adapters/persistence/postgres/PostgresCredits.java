package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.credit.Credits;
import io.ordercore.domain.credit.CreditEntry;
import io.ordercore.domain.credit.CreditFile;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Credit files, one document each, and the lines of their history. */
final class PostgresCredits implements Credits {
    private final PostgresTransactions transactions;

    PostgresCredits(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<CreditFile> find(MerchantId merchant) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select merchant, document, version from credit_file where merchant = ?",
                PostgresCredits::file,
                merchant.value()));
    }

    @Override
    public void save(CreditFile file) {
        String document = CreditDocument.write(file);
        LocalDate evaluated = file.credit().standing().evaluated();
        transactions.writeOne(
                "credit of " + file.merchant(),
                connection -> file.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into credit_file (merchant, evaluated_on, next_end, document, version)"
                                        + " values (?, ?, ?, ?::jsonb, 1) on conflict do nothing",
                                file.merchant().value(),
                                evaluated,
                                file.nextEnd(),
                                document)
                        : Sql.update(
                                connection,
                                "update credit_file set evaluated_on = ?, next_end = ?, document = ?::jsonb, version ="
                                        + " ? where merchant = ? and version = ?",
                                evaluated,
                                file.nextEnd(),
                                document,
                                file.version(),
                                file.merchant().value(),
                                file.version() - 1));
    }

    @Override
    public List<CreditFile> list(@Nullable MerchantId after, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select merchant, document, version from credit_file where merchant > ? order by merchant limit ?",
                PostgresCredits::file,
                after == null ? "" : after.value(),
                limit));
    }

    @Override
    public List<MerchantId> unevaluated(LocalDate day, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select merchant from credit_file where evaluated_on < ? order by evaluated_on, merchant limit ?",
                PostgresCredits::merchant,
                day,
                limit));
    }

    @Override
    public List<MerchantId> ending(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select merchant from credit_file where next_end <= ? order by next_end, merchant limit ?",
                PostgresCredits::merchant,
                now,
                limit));
    }

    @Override
    public void tell(CreditEntry entry) {
        transactions.write(connection -> Sql.update(
                connection,
                "insert into credit_history (merchant, at, kind, facts) values (?, ?, ?, ?::jsonb)",
                entry.merchant().value(),
                entry.at(),
                entry.kind().name(),
                Json.object(entry.facts())));
    }

    @Override
    public List<Line> history(MerchantId merchant, @Nullable Long before, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select number, merchant, at, kind, facts from credit_history where merchant = ? and number < ?"
                        + " order by number desc limit ?",
                row -> new Line(
                        row.getLong("number"),
                        new CreditEntry(
                                merchant(row),
                                Sql.instant(row, "at"),
                                CreditEntry.Kind.valueOf(row.getString("kind")),
                                Json.strings(row.getString("facts")))),
                merchant.value(),
                before == null ? Long.MAX_VALUE : before,
                limit));
    }

    private static MerchantId merchant(ResultSet row) throws SQLException {
        return new MerchantId(row.getString("merchant"));
    }

    private static CreditFile file(ResultSet row) throws SQLException {
        return new CreditDocument(row.getString("document")).file(merchant(row), row.getLong("version"));
    }
}
