package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.notice.Notices;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Inboxes, a row for each notice; a key is told once. */
final class PostgresNotices implements Notices {
    private static final String COLUMNS = "id, recipient_kind, recipient, key, code, subject, facts, at";

    private final PostgresTransactions transactions;

    PostgresNotices(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean tell(Notice notice) {
        return transactions.write(connection -> Sql.update(
                        connection,
                        "insert into notice (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)"
                                + " on conflict (recipient_kind, recipient, key) do nothing",
                        notice.id(),
                        notice.to().kind().name(),
                        notice.to().id(),
                        notice.key(),
                        notice.code(),
                        notice.subject(),
                        Json.object(notice.facts()),
                        notice.at())
                == 1);
    }

    @Override
    public List<Notice> inbox(Recipient of, @Nullable UUID after, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from notice where recipient_kind = ? and recipient = ?"
                        + " and (?::uuid is null or id < ?) order by id desc limit ?",
                PostgresNotices::notice,
                of.kind().name(),
                of.id(),
                after,
                after,
                limit));
    }

    @Override
    public int forward(int limit, Consumer<List<Notice>> work) {
        return transactions.write(connection -> {
            List<Notice> told = Sql.list(
                    connection,
                    "select " + COLUMNS + " from notice where not forwarded order by id limit ? for update skip locked",
                    PostgresNotices::notice,
                    limit);
            work.accept(told);
            return told.isEmpty()
                    ? 0
                    : Sql.update(
                            connection,
                            "update notice set forwarded = true where id = any (?)",
                            connection.createArrayOf(
                                    "uuid", told.stream().map(Notice::id).toArray()));
        });
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient")),
                row.getString("key"),
                row.getString("code"),
                row.getString("subject"),
                Json.strings(row.getString("facts")),
                Sql.instant(row, "at"));
    }
}
