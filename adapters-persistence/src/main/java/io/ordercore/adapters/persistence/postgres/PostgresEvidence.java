package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.credit.EvidenceFiles;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.KeptEvidence;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.party.MerchantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Evidence, one row each. */
final class PostgresEvidence implements EvidenceFiles {
    private static final String COLUMNS = "merchant, id, kind, day, known_on, document, told_at, given_to, withdrawn";
    private static final int AT_ONCE = 1_000;

    private final PostgresTransactions transactions;

    PostgresEvidence(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(KeptEvidence piece) {
        Evidence evidence = piece.evidence();
        EvidenceDocument document = EvidenceDocument.of(evidence);
        return transactions.write(connection -> Sql.update(
                        connection,
                        "insert into credit_evidence (" + COLUMNS
                                + ") values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict (merchant, id) do nothing",
                        piece.merchant().value(),
                        evidence.id(),
                        document.kind().name(),
                        evidence.day(),
                        evidence.knownOn(),
                        document.text(),
                        piece.toldAt(),
                        piece.givenTo() == null ? null : piece.givenTo().name(),
                        piece.withdrawn())
                == 1);
    }

    @Override
    public Optional<KeptEvidence> find(MerchantId merchant, String id) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select " + COLUMNS + " from credit_evidence where merchant = ? and id = ?",
                PostgresEvidence::piece,
                merchant.value(),
                id));
    }

    @Override
    public List<Evidence> counting(MerchantId merchant) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from credit_evidence where merchant = ? and given_to is null and not withdrawn",
                row -> piece(row).evidence(),
                merchant.value()));
    }

    @Override
    public List<KeptEvidence> list(MerchantId merchant, @Nullable String after, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from credit_evidence where merchant = ? and (?::text is null or position <"
                        + " (select position from credit_evidence where merchant = ? and id = ?))"
                        + " order by position desc limit ?",
                PostgresEvidence::piece,
                merchant.value(),
                after,
                merchant.value(),
                after,
                limit));
    }

    @Override
    public void give(MerchantId merchant, String id, Owner owner) {
        transactions.writeOne(
                "evidence " + id,
                connection -> Sql.update(
                        connection,
                        "update credit_evidence set given_to = ? where merchant = ? and id = ?",
                        owner.name(),
                        merchant.value(),
                        id));
    }

    @Override
    public void withdraw(MerchantId merchant, String id) {
        transactions.writeOne(
                "evidence " + id,
                connection -> Sql.update(
                        connection,
                        "update credit_evidence set withdrawn = true where merchant = ? and id = ?",
                        merchant.value(),
                        id));
    }

    /** Row by row through a cursor, which takes a transaction: there may be more than fits into memory. */
    @Override
    public void forEach(Consumer<KeptEvidence> work) {
        transactions.write(connection -> {
            walk(connection, work);
            return true;
        });
    }

    private static void walk(Connection connection, Consumer<KeptEvidence> work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS
                + " from credit_evidence where given_to is null and not withdrawn" + " order by merchant, id")) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    work.accept(piece(rows));
                }
            }
        }
    }

    private static KeptEvidence piece(ResultSet row) throws SQLException {
        String given = row.getString("given_to");
        EvidenceDocument document =
                new EvidenceDocument(EvidenceDocument.Kind.valueOf(row.getString("kind")), row.getString("document"));
        return new KeptEvidence(
                new MerchantId(row.getString("merchant")),
                document.evidence(
                        row.getString("id"),
                        row.getObject("day", LocalDate.class),
                        row.getObject("known_on", LocalDate.class)),
                Sql.instant(row, "told_at"),
                given == null ? null : Owner.valueOf(given),
                row.getBoolean("withdrawn"));
    }
}
