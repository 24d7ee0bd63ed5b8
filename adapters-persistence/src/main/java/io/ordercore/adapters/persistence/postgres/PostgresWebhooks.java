package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.notice.webhook.Webhooks;
import io.ordercore.domain.notice.webhook.WebhookDelivery;
import io.ordercore.domain.notice.webhook.WebhookDelivery.Attempt;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import io.ordercore.domain.notice.webhook.WebhookMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Endpoints, messages, and a delivery for each pair; what is due is read by endpoint, so a long queue hides no short one. */
final class PostgresWebhooks implements Webhooks {
    private static final String DELIVERY =
            "select d.endpoint, d.status, d.next_at, d.attempts, m.id, m.key, m.merchant,"
                    + " m.type, m.data, m.at from webhook_delivery d join webhook_message m on m.id = d.message ";

    private final PostgresTransactions transactions;
    private final PersonalDataKeys keys;

    PostgresWebhooks(PostgresTransactions transactions, PersonalDataKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public Optional<WebhookEndpoint> find(UUID id) {
        return transactions.read(
                connection -> Sql.one(connection, "select * from webhook_endpoint where id = ?", this::endpoint, id));
    }

    @Override
    public List<WebhookEndpoint> of(@Nullable String merchant) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select * from webhook_endpoint where ?::text is null or merchant = ? order by id",
                this::endpoint,
                merchant,
                merchant));
    }

    @Override
    public void save(WebhookEndpoint it) {
        byte[] document = keys.encrypt(EndpointDocument.write(it), place(it.id()));
        transactions.writeOne(
                "endpoint " + it.id(),
                connection -> it.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into webhook_endpoint (id, merchant, enabled, held_until, document, version)"
                                        + " values (?, ?, ?, ?, ?, 1) on conflict do nothing",
                                it.id(),
                                it.merchant(),
                                it.enabled(),
                                it.heldUntil(),
                                document)
                        : Sql.update(
                                connection,
                                "update webhook_endpoint set enabled = ?, held_until = ?, document = ?, version = ?"
                                        + " where id = ? and version = ?",
                                it.enabled(),
                                it.heldUntil(),
                                document,
                                it.version(),
                                it.id(),
                                it.version() - 1));
    }

    @Override
    public void remove(UUID id) {
        transactions.write(connection -> Sql.update(connection, "delete from webhook_endpoint where id = ?", id));
    }

    @Override
    public boolean keep(WebhookMessage it, List<WebhookEndpoint> endpoints, Instant now) {
        return transactions.write(connection -> {
            int kept = Sql.update(
                    connection,
                    "insert into webhook_message (id, key, merchant, type, data, at) values (?, ?, ?, ?, ?::jsonb, ?)"
                            + " on conflict (key) do nothing",
                    it.id(),
                    it.key(),
                    it.merchant(),
                    it.type(),
                    Json.object(it.data()),
                    it.at());
            if (kept == 0) {
                return false;
            }
            for (WebhookEndpoint endpoint : endpoints) {
                WebhookDelivery delivery = WebhookDelivery.of(endpoint, it, now);
                // Nothing happens where the endpoint was removed meanwhile.
                Sql.update(
                        connection,
                        "insert into webhook_delivery (endpoint, message, status, next_at, attempts)"
                                + " select id, ?, ?, ?, '[]' from webhook_endpoint where id = ?",
                        it.id(),
                        delivery.status().name(),
                        delivery.nextAt(),
                        endpoint.id());
            }
            return true;
        });
    }

    @Override
    public List<WebhookDelivery> takeDue(Instant now, Duration lease, Set<UUID> except, int endpoints, int each) {
        return transactions.write(connection -> Sql.list(
                connection,
                "with open as (select e.id from webhook_endpoint e where e.enabled and not (e.id = any (?))"
                        + " and (e.held_until is null or e.held_until <= ?) and exists (select from webhook_delivery d"
                        + " where d.endpoint = e.id and d.next_at <= ?) limit ?),"
                        + " due as (select d.endpoint, d.message from open cross join lateral (select endpoint, message"
                        + " from webhook_delivery where endpoint = open.id and next_at <= ? order by next_at, message"
                        + " limit ? for update skip locked) d),"
                        + " taken as (update webhook_delivery d set next_at = ? from due"
                        + " where d.endpoint = due.endpoint and d.message = due.message"
                        + " returning d.endpoint, d.message, d.status, d.attempts)"
                        + " select d.endpoint, d.status, ?::timestamptz as next_at, d.attempts, m.id, m.key, m.merchant,"
                        + " m.type, m.data, m.at from taken d join webhook_message m on m.id = d.message"
                        + " order by d.endpoint, m.id",
                PostgresWebhooks::delivery,
                connection.createArrayOf("uuid", except.toArray()),
                now,
                now,
                endpoints,
                now,
                each,
                now.plus(lease),
                now));
    }

    @Override
    public void save(WebhookDelivery it) {
        transactions.write(connection -> Sql.update(
                connection,
                "update webhook_delivery set status = ?, next_at = ?, attempts = ?::jsonb where endpoint = ? and message = ?",
                it.status().name(),
                it.nextAt(),
                attempts(it),
                it.endpoint(),
                it.message().id()));
    }

    @Override
    public int replay(UUID endpoint, Instant from, Instant now) {
        return transactions.write(connection -> Sql.update(
                connection,
                "update webhook_delivery set status = 'PENDING', next_at = ?, attempts = '[]' from webhook_message m"
                        + " where m.id = message and endpoint = ? and m.at >= ?",
                now,
                endpoint,
                from));
    }

    @Override
    public List<WebhookDelivery> deliveries(UUID endpoint, @Nullable UUID after, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                DELIVERY
                        + "where d.endpoint = ? and (?::uuid is null or d.message < ?) order by d.message desc limit ?",
                PostgresWebhooks::delivery,
                endpoint,
                after,
                after,
                limit));
    }

    @Override
    public int forgetBefore(Instant limit) {
        return transactions.write(
                connection -> Sql.update(connection, "delete from webhook_message where at < ?", limit));
    }

    private WebhookEndpoint endpoint(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return EndpointDocument.read(
                keys.decrypt(row.getBytes("document"), place(id)),
                id,
                row.getString("merchant"),
                row.getBoolean("enabled"),
                Sql.instantOrNull(row, "held_until"),
                row.getLong("version"));
    }

    private static WebhookDelivery delivery(ResultSet row) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        for (JsonNode attempt : Json.read(row.getString("attempts"))) {
            attempts.add(new Attempt(
                    Instant.parse(attempt.path("at").asText()),
                    attempt.path("answer").asInt(),
                    attempt.path("failure").asText(),
                    attempt.path("millis").asLong()));
        }
        return new WebhookDelivery(
                row.getObject("endpoint", UUID.class),
                new WebhookMessage(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        row.getString("merchant"),
                        row.getString("type"),
                        Json.strings(row.getString("data")),
                        Sql.instant(row, "at")),
                WebhookDelivery.Status.valueOf(row.getString("status")),
                Sql.instantOrNull(row, "next_at"),
                attempts);
    }

    private static String attempts(WebhookDelivery it) {
        StringBuilder list = new StringBuilder("[");
        for (Attempt attempt : it.attempts()) {
            list.append(list.length() > 1 ? "," : "").append(Json.object(json -> {
                json.writeStringField("at", attempt.at().toString());
                json.writeNumberField("answer", attempt.answer());
                json.writeStringField("failure", attempt.failure());
                json.writeNumberField("millis", attempt.millis());
            }));
        }
        return list.append("]").toString();
    }

    private static String place(UUID id) {
        return "webhook_endpoint|document|" + id;
    }
}
