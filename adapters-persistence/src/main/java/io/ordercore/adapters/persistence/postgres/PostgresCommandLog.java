package io.ordercore.adapters.persistence.postgres;

import io.ordercore.adapters.persistence.postgres.PostgresTransactions.Claimed;
import io.ordercore.application.CommandKey;
import io.ordercore.application.CommandLog;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Executed commands, one row each. A claim only takes a lock and looks; the row is written with the answer. So a transaction
 * that claims first and loads afterwards has not begun to write (see {@link PostgresOrders}). Answers are encrypted: they tell
 * addresses, and secrets that are told once. The intake's own, which tell neither, are not.
 */
final class PostgresCommandLog implements CommandLog {
    /**
     * Two statements on one way, so that the second sees what was committed while the first took the lock. The lock lasts until
     * the transaction ends; its hash may meet another key's: then that one waits for nothing, and is sent again. The row that is
     * found is locked, so that this transaction's commit, too, waits until the standby has it.
     */
    private static final String LOCK_AND_LOOK = "select pg_try_advisory_xact_lock(hashtextextended(? || ' ' || ?, 1));"
            + " select fingerprint, answer from command where caller = ? and key = ? for key share";

    /** Before a cipher; no answer of the intake begins so. */
    private static final String ENCRYPTED = "encrypted:";

    private final PostgresTransactions transactions;
    private final PersonalDataKeys keys;

    PostgresCommandLog(PostgresTransactions transactions, PersonalDataKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public Claim claim(CommandKey key, String fingerprint, Instant now) {
        return transactions.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_LOOK)) {
                Sql.bind(statement, key.caller(), key.key(), key.caller(), key.key());
                statement.execute();
                if (!isMine(statement.getResultSet())) {
                    return new InProgress();
                }
                statement.getMoreResults();
                Executed before = executed(statement.getResultSet());
                if (before == null) {
                    transactions.claims().put(key, new Claimed(fingerprint, now));
                    return new Fresh();
                }
                return before.fingerprint.equals(fingerprint)
                        ? new Replay(read(key, before.answer))
                        : new OtherCommand();
            }
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
                    written(key, answer),
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

    private String written(CommandKey key, String answer) {
        return ENCRYPTED + Base64.getEncoder().encodeToString(keys.encrypt(answer, place(key)));
    }

    private String read(CommandKey key, String stored) {
        return stored.startsWith(ENCRYPTED)
                ? keys.decrypt(Base64.getDecoder().decode(stored.substring(ENCRYPTED.length())), place(key))
                : stored;
    }

    private static String place(CommandKey key) {
        return "command|answer|" + key.caller() + "|" + key.key();
    }

    private static boolean isMine(ResultSet rows) throws SQLException {
        return rows.next() && rows.getBoolean(1);
    }

    private static @Nullable Executed executed(ResultSet rows) throws SQLException {
        return rows.next() ? new Executed(rows.getString("fingerprint"), rows.getString("answer")) : null;
    }

    private record Executed(String fingerprint, String answer) {}
}
