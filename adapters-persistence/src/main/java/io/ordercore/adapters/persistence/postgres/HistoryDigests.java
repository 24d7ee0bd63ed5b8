package io.ordercore.adapters.persistence.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signed digests of the history: each covers the hash of every event since the one before, and that digest. {@link HistoryAudit}
 * finds a chain that was broken; a digest finds one that was rewritten as a whole, or taken away with its order, even by the
 * owner of the database. Each is written to the log, too, so that the last ones cannot vanish unnoticed.
 */
public final class HistoryDigests {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryDigests.class);
    private static final int AT_A_TIME = 1_000;
    private static final HexFormat HEX = HexFormat.of();
    private static final String COLUMNS = "number, from_tx::text, to_tx::text, events, hash, signature, at";
    private static final String EVENTS =
            "select hash from order_event where tx >= ?::xid8 and tx < ?::xid8 order by tx, position";

    private final DataSource source;
    private final HistoryKeys keys;

    private HistoryDigests(DataSource source, HistoryKeys keys) {
        this.source = source;
        this.keys = keys;
    }

    public static HistoryDigests on(DataSource source, HistoryKeys keys) {
        return new HistoryDigests(source, keys);
    }

    /** Signs what has happened since the last digest; nothing, if nothing has or another node is about it. */
    public Optional<Digest> sign(Instant now) {
        return within(connection -> {
            if (!isMine(connection)) {
                return Optional.empty();
            }
            Optional<Digest> last = Sql.one(
                    connection,
                    "select " + COLUMNS + " from history_digest order by number desc limit 1",
                    HistoryDigests::digest);
            String from = last.map(Digest::toTx).orElse("0");
            String to = Sql.one(
                            connection, "select pg_snapshot_xmin(pg_current_snapshot())::text", row -> row.getString(1))
                    .orElseThrow();
            Content content = content(connection, last.map(Digest::hash).orElse(""), from, to);
            if (content.events == 0) {
                return Optional.empty();
            }
            long number = last.map(Digest::number).orElse(0L) + 1;
            Digest unsigned = new Digest(number, from, to, content.events, content.hash, "", now);
            Digest signed = new Digest(
                    number, from, to, content.events, content.hash, HEX.formatHex(keys.sign(unsigned.text())), now);
            Sql.update(
                    connection,
                    "insert into history_digest (number, from_tx, to_tx, events, hash, signature, at)"
                            + " values (?, ?::xid8, ?::xid8, ?, ?, ?, ?)",
                    number,
                    from,
                    to,
                    content.events,
                    HEX.parseHex(signed.hash),
                    HEX.parseHex(signed.signature),
                    now);
            LOG.info("history digest {}: {} events, {}", number, content.events, signed.hash);
            return Optional.of(signed);
        });
    }

    /** Proves every digest; names the first one that does not hold. */
    public Report verify() {
        return within(connection -> {
            List<Digest> digests = Sql.list(
                    connection, "select " + COLUMNS + " from history_digest order by number", HistoryDigests::digest);
            String hash = "";
            String from = "0";
            long number = 0;
            for (Digest digest : digests) {
                number++;
                if (digest.number != number || !digest.fromTx.equals(from)) {
                    return new Report(digests.size(), Optional.of(new Break(number, digest.at, Reason.GAP)));
                }
                if (!keys.isSigned(digest.text(), HEX.parseHex(digest.signature))) {
                    return new Report(digests.size(), Optional.of(new Break(number, digest.at, Reason.SIGNATURE)));
                }
                Content content = content(connection, hash, digest.fromTx, digest.toTx);
                if (content.events != digest.events || !content.hash.equals(digest.hash)) {
                    return new Report(digests.size(), Optional.of(new Break(number, digest.at, Reason.EVENTS)));
                }
                hash = digest.hash;
                from = digest.toTx;
            }
            return new Report(digests.size(), Optional.empty());
        });
    }

    private static boolean isMine(Connection connection) throws SQLException {
        return Sql.one(
                        connection,
                        "select pg_try_advisory_xact_lock(hashtextextended('history digest', 0))",
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    private static Content content(Connection connection, String before, String from, String to) throws SQLException {
        MessageDigest sha256 = sha256();
        sha256.update(HEX.parseHex(before));
        long events = 0;
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setFetchSize(AT_A_TIME);
            Sql.bind(statement, from, to);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sha256.update(rows.getBytes(1));
                    events++;
                }
            }
        }
        return new Content(
                events,
                HEX.formatHex(sha256.digest(
                        ByteBuffer.allocate(Long.BYTES).putLong(events).array())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Digest digest(ResultSet row) throws SQLException {
        return new Digest(
                row.getLong("number"),
                row.getString("from_tx"),
                row.getString("to_tx"),
                row.getLong("events"),
                HEX.formatHex(row.getBytes("hash")),
                HEX.formatHex(row.getBytes("signature")),
                Sql.instant(row, "at"));
    }

    private <T> T within(PostgresTransactions.Work<T> work) {
        return new PostgresTransactions(source).write(work);
    }

    /**
     * What was signed.
     *
     * @param number from 1 without gaps
     * @param fromTx the first transaction it covers; {@code toTx} is the first it does not
     * @param hash SHA-256, in hex, over the digest before, every event's hash and their count
     * @param signature Ed25519, in hex, over all of it but the time
     */
    public record Digest(
            long number, String fromTx, String toTx, long events, String hash, String signature, Instant at) {
        /** What the signature is over. */
        byte[] text() {
            return String.join(
                            "\n",
                            "ordercore-history-digest",
                            Long.toString(number),
                            fromTx,
                            toTx,
                            Long.toString(events),
                            hash)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** What was found: how many digests there are, and the first that does not hold. */
    public record Report(long digests, Optional<Break> firstBreak) {}

    /** A digest that does not hold, signed at a time. */
    public record Break(long number, Instant at, Reason reason) {}

    /** Why a digest does not hold. */
    public enum Reason {
        /** One before it is missing. */
        GAP,
        /** It was not signed with our key, or changed since. */
        SIGNATURE,
        /** The events it covers are not those that were there when it was signed. */
        EVENTS
    }

    private record Content(long events, String hash) {}
}
