package io.ordercore.adapters.persistence.postgres;

import io.ordercore.adapters.persistence.postgres.PostgresTransactions.Claimed;
import io.ordercore.application.CommandKey;
import io.ordercore.application.CommandLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Executed commands, one row each. A claim only takes a lock and looks; the row is written with the answer. So a transaction
 * that claims first and loads afterwards has not begun to write (see {@link PostgresOrders}).
 */
final class PostgresCommandLog implements CommandLog {
    private final PostgresTransactions transactions;

    PostgresCommandLog(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Claim claim(CommandKey key, String fingerprint, Instant now) {
        return transactions.write(connection -> {
            if (!isMine(connection, key)) {
                return new InProgress();
            }
            Optional<Executed> before = executed(connection, key);
            if (before.isEmpty()) {
                transactions.claims().put(key, new Claimed(fingerprint, now));
                return new Fresh();
            }
            return before.get().fingerprint.equals(fingerprint) ? new Replay(before.get().answer) : new OtherCommand();
        });
    }

    @Override
    public void record(CommandKey key, String answer) {
        transactions.write(connection -> {
            Claimed claimed = transactions.claims().remove(key);
            if (claimed == null) {
                throw new IllegalStateException("the command was not claimed");
            }
            return Sql.update(
                    connection,
                    "insert into command (caller, key, fingerprint, answer, at) values (?, ?, ?, ?, ?)",
                    key.caller(),
                    key.key(),
                    claimed.fingerprint(),
                    answer,
                    claimed.at());
        });
    }

    @Override
    public void forget(CommandKey key) {
        transactions.claims().remove(key);
    }

    @Override
    public int forgetBefore(Instant before) {
        return transactions.write(connection -> Sql.update(connection, "delete from command where at < ?", before));
    }

    /** Until the transaction ends. The hash may meet another key's: then that one waits for nothing, and is sent again. */
    private static boolean isMine(Connection connection, CommandKey key) throws SQLException {
        return Sql.one(
                        connection,
                        "select pg_try_advisory_xact_lock(hashtextextended(? || ' ' || ?, 1))",
                        row -> row.getBoolean(1),
                        key.caller(),
                        key.key())
                .orElse(false);
    }

    /** Locks the row it finds: so this transaction's commit, too, waits until the standby has it. */
    private static Optional<Executed> executed(Connection connection, CommandKey key) throws SQLException {
        return Sql.one(
                connection,
                "select fingerprint, answer from command where caller = ? and key = ? for key share",
                row -> new Executed(row.getString("fingerprint"), row.getString("answer")),
                key.caller(),
                key.key());
    }

    private record Executed(String fingerprint, String answer) {}
}
