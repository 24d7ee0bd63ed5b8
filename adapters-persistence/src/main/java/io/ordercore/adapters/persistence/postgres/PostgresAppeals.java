package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.credit.Appeals;
import io.ordercore.domain.credit.Appeal;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appeals, one document each; a piece of evidence has one at most. */
final class PostgresAppeals implements Appeals {
    private static final String COLUMNS = "id, merchant, evidence, opened_at, document";

    private final PostgresTransactions transactions;

    PostgresAppeals(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Appeal> find(String id) {
        UUID key = key(id);
        return key == null
                ? Optional.empty()
                : transactions.read(connection -> Sql.one(
                        connection,
                        "select " + COLUMNS + " from credit_appeal where id = ?",
                        PostgresAppeals::appeal,
                        key));
    }

    @Override
    public void save(Appeal appeal) {
        transactions.writeOne(
                "appeal " + appeal.id(),
                connection -> appeal.state() == Appeal.State.OPEN
                        ? Sql.update(
                                connection,
                                "insert into credit_appeal (" + COLUMNS
                                        + ", open) values (?, ?, ?, ?, ?::jsonb, true) on conflict do nothing",
                                UUID.fromString(appeal.id()),
                                appeal.merchant().value(),
                                appeal.evidence(),
                                appeal.openedAt(),
                                document(appeal))
                        : Sql.update(
                                connection,
                                "update credit_appeal set open = false, document = ?::jsonb where id = ? and open",
                                document(appeal),
                                UUID.fromString(appeal.id())));
    }

    @Override
    public List<Appeal> list(@Nullable MerchantId merchant, boolean openOnly, @Nullable String after, int limit) {
        String of = merchant == null ? null : merchant.value();
        UUID last = after == null ? null : key(after);
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from credit_appeal where (?::text is null or merchant = ?)"
                        + (openOnly ? " and open" : "") + " and (?::uuid is null or (opened_at, id) >"
                        + " (select opened_at, id from credit_appeal where id = ?)) order by opened_at, id limit ?",
                PostgresAppeals::appeal,
                of,
                of,
                last,
                last,
                limit));
    }

    private static @Nullable UUID key(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    private static String document(Appeal appeal) {
        return Json.object(json -> {
            json.writeStringField("statement", appeal.statement());
            json.writeStringField("state", appeal.state().name());
            Json.optional(json, "decidedAt", appeal.decidedAt());
            Json.optional(json, "owner", appeal.owner());
            Actor by = appeal.decidedBy();
            if (by != null) {
                json.writeStringField("by", by.id());
                json.writeStringField("role", by.role().name());
                json.writeStringField("channel", by.channel().name());
                Json.optional(json, "because", by.reason());
            }
        });
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        JsonNode root = Json.read(row.getString("document"));
        String owner = Json.textOrNull(root, "owner");
        String by = Json.textOrNull(root, "by");
        return new Appeal(
                row.getString("id"),
                new MerchantId(row.getString("merchant")),
                row.getString("evidence"),
                Sql.instant(row, "opened_at"),
                root.path("statement").asText(),
                Appeal.State.valueOf(root.path("state").asText()),
                by == null
                        ? null
                        : new Actor(
                                by,
                                Role.valueOf(root.path("role").asText()),
                                Channel.valueOf(root.path("channel").asText()),
                                Json.textOrNull(root, "because")),
                CreditDocument.instantOrNull(root, "decidedAt"),
                owner == null ? null : Owner.valueOf(owner));
    }
}
