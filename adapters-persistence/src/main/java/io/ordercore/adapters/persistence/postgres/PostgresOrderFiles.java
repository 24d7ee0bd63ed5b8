package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.credit.OrderFiles;
import io.ordercore.domain.credit.Lane;
import io.ordercore.domain.credit.OrderFile;
import io.ordercore.domain.credit.Problem;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of paid orders, one document each. */
final class PostgresOrderFiles implements OrderFiles {
    private final PostgresTransactions transactions;

    PostgresOrderFiles(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<OrderFile> find(OrderId order) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select document, version from credit_order where purchase_id = ? and number = ?",
                row -> file(order, Json.read(row.getString("document")), row.getLong("version")),
                order.purchase().value(),
                order.number()));
    }

    @Override
    public void save(OrderFile file, @Nullable Instant due) {
        transactions.writeOne(
                "credit's file of " + file.order(),
                connection -> file.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into credit_order (purchase_id, number, due_at, document, version)"
                                        + " values (?, ?, ?, ?::jsonb, 1) on conflict do nothing",
                                file.order().purchase().value(),
                                file.order().number(),
                                due,
                                document(file))
                        : Sql.update(
                                connection,
                                "update credit_order set due_at = ?, document = ?::jsonb, version = ?"
                                        + " where purchase_id = ? and number = ? and version = ?",
                                due,
                                document(file),
                                file.version(),
                                file.order().purchase().value(),
                                file.order().number(),
                                file.version() - 1));
    }

    @Override
    public List<OrderId> due(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select purchase_id, number from credit_order where due_at < ? order by due_at limit ?",
                PostgresOrderFiles::order,
                now,
                limit));
    }

    static OrderId order(ResultSet row) throws SQLException {
        return new OrderId(new PurchaseId(row.getObject("purchase_id", UUID.class)), row.getInt("number"));
    }

    private static String document(OrderFile file) {
        return Json.object(json -> {
            json.writeStringField("merchant", file.merchant().value());
            json.writeStringField("placedAt", file.placedAt().toString());
            json.writeStringField("paidAt", file.paidAt().toString());
            json.writeStringField("category", file.category());
            json.writeStringField("from", file.lane().from());
            json.writeStringField("to", file.lane().to());
            Json.optional(json, "handedOverAt", file.handedOverAt());
            json.writeArrayFieldStart("problems");
            for (Problem problem : file.problems()) {
                json.writeString(problem.name());
            }
            json.writeEndArray();
            Json.optional(json, "closedAt", file.closedAt());
            json.writeBooleanField("handOverTold", file.handOverTold());
            json.writeBooleanField("outcomeTold", file.outcomeTold());
        });
    }

    private static OrderFile file(OrderId order, JsonNode root, long version) {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        root.path("problems").forEach(problem -> problems.add(Problem.valueOf(problem.asText())));
        return new OrderFile(
                order,
                new MerchantId(root.path("merchant").asText()),
                Instant.parse(root.path("placedAt").asText()),
                Instant.parse(root.path("paidAt").asText()),
                root.path("category").asText(),
                new Lane(root.path("from").asText(), root.path("to").asText()),
                CreditDocument.instantOrNull(root, "handedOverAt"),
                problems,
                CreditDocument.instantOrNull(root, "closedAt"),
                root.path("handOverTold").asBoolean(),
                root.path("outcomeTold").asBoolean(),
                version);
    }
}
