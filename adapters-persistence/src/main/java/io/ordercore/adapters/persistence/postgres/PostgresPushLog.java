package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.PushLog;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pushes by the digest of their bytes, encrypted. */
final class PostgresPushLog implements PushLog {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresPushLog.class);

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

    @Override
    public int process(int limit, Consumer<Kept> work) {
        int processed = 0;
        for (int i = 0; i < limit; i++) {
            Map<String, Waiting> failed = new HashMap<>();
            try {
                if (!transactions.write(connection -> {
                    Optional<Waiting> next = Sql.one(
                            connection,
                            "select digest, carrier, content, received_at from carrier_push where not processed"
                                    + " order by received_at limit 1 for update skip locked",
                            this::waiting);
                    if (next.isEmpty()) {
                        return false;
                    }
                    failed.put("now", next.get());
                    work.accept(next.get().push());
                    return done(next.get(), null) == 1;
                })) {
                    return processed;
                }
                processed++;
            } catch (IllegalStateException | IllegalArgumentException e) {
                Waiting push = failed.get("now");
                LOG.warn("a push could not be processed and is put aside", e);
                if (push != null) {
                    done(push, e.toString());
                }
            }
        }
        return processed;
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
