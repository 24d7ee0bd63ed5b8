package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.PushLog;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pushes by the digest of their bytes, encrypted. */
final class PostgresPushLog implements PushLog {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresPushLog.class);

    /** How many share a commit. */
    private static final int BATCH = 50;

    private record Waiting(String digest, Kept push) {}

    private final PostgresTransactions transactions;
    private final PersonalDataKeys keys;

    PostgresPushLog(PostgresTransactions transactions, PersonalDataKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public void keep(Kept push) {
        String digest = digest(push);
        byte[] content = keys.encrypt(written(push.push()), place(digest));
        transactions.write(connection -> Sql.update(
                connection,
                "insert into carrier_push (digest, carrier, content, received_at) values (?, ?, ?, ?) on conflict do"
                        + " nothing",
                digest,
                push.carrier().value(),
                content,
                push.receivedAt()));
    }

    @Override
    public void refused(CarrierCode carrier, Instant at) {
        transactions.write(connection -> Sql.update(
                connection, "insert into carrier_push_refused (carrier, at) values (?, ?)", carrier.value(), at));
    }

    @Override
    public long refusedSince(CarrierCode carrier, Instant from) {
        return transactions
                .read(connection -> Sql.one(
                        connection,
                        "select count(*) from carrier_push_refused where carrier = ? and at >= ?",
                        row -> row.getLong(1),
                        carrier.value(),
                        from))
                .orElse(0L);
    }

    /** Many in one transaction, since each commit waits for the disk; if one of them fails, each in its own. */
    @Override
    public int process(int limit, Consumer<Kept> work) {
        int processed = 0;
        for (int batch = Math.min(limit, BATCH); batch > 0; batch = Math.min(limit - processed, BATCH)) {
            int done = together(batch, work);
            if (done == 0) {
                return processed;
            }
            processed += done;
        }
        return processed;
    }

    private int together(int most, Consumer<Kept> work) {
        try {
            return transactions.write(connection -> {
                List<Waiting> next = next(connection, most);
                for (Waiting push : next) {
                    work.accept(push.push());
                    done(push, null);
                }
                return next.size();
            });
        } catch (IllegalStateException | IllegalArgumentException | StaleVersionException e) {
            LOG.info("a batch of pushes is processed one by one", e);
            return oneByOne(most, work);
        }
    }

    /** Answers how many were dealt with: processed, or put aside. */
    private int oneByOne(int most, Consumer<Kept> work) {
        for (int i = 0; i < most; i++) {
            List<Waiting> now = new ArrayList<>();
            try {
                boolean any = transactions.write(connection -> {
                    now.addAll(next(connection, 1));
                    for (Waiting push : now) {
                        work.accept(push.push());
                        done(push, null);
                    }
                    return !now.isEmpty();
                });
                if (!any) {
                    return i;
                }
            } catch (IllegalStateException | IllegalArgumentException e) {
                LOG.warn("a push could not be processed and is put aside", e);
                now.forEach(push -> done(push, e.toString()));
            }
        }
        return most;
    }

    private List<Waiting> next(Connection connection, int most) throws SQLException {
        return Sql.list(
                connection,
                "select digest, carrier, content, received_at from carrier_push where not processed"
                        + " order by received_at limit ? for update skip locked",
                this::waiting,
                most);
    }

    private int done(Waiting push, @Nullable String failure) {
        return transactions.write(connection -> Sql.update(
                connection,
                "update carrier_push set processed = true, failure = ? where digest = ?",
                failure,
                push.digest()));
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        String digest = row.getString("digest");
        JsonNode content = Json.read(keys.decrypt(row.getBytes("content"), place(digest)));
        Map<String, String> headers = new HashMap<>();
        content.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Waiting(
                digest,
                new Kept(
                        new CarrierCode(row.getString("carrier")),
                        new CarrierPush(
                                headers,
                                Base64.getDecoder().decode(content.path("body").asText())),
                        Sql.instant(row, "received_at")));
    }

    private static String written(CarrierPush push) {
        return Json.object(json -> {
            json.writeObjectFieldStart("headers");
            for (Map.Entry<String, String> header : push.headers().entrySet()) {
                json.writeStringField(header.getKey(), header.getValue());
            }
            json.writeEndObject();
            json.writeStringField("body", Base64.getEncoder().encodeToString(push.body()));
        });
    }

    private static String digest(Kept push) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((push.carrier().value() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(push.push().body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String place(String digest) {
        return "carrier_push|content|" + digest;
    }
}
