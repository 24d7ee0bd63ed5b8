package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.aftersale.BuyerClaims;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.ClaimId;
import io.ordercore.domain.aftersale.ClaimStatus;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Resolution;
import io.ordercore.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Claims, one row each. */
final class PostgresClaims implements BuyerClaims {
    private static final String SELECT =
            "select id, purchase_id, order_number, status, requested_at, document, version from goods_claim";

    private final PostgresTransactions transactions;

    PostgresClaims(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Claim> find(ClaimId id) {
        return transactions.read(
                connection -> Sql.one(connection, SELECT + " where id = ?", PostgresClaims::read, id.value()));
    }

    @Override
    public List<Claim> of(OrderId order) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + " where purchase_id = ? and order_number = ? order by requested_at desc, id desc",
                PostgresClaims::read,
                order.purchase().value(),
                order.number()));
    }

    @Override
    public void save(Claim changed) {
        int written = transactions.write(connection -> changed.version() == 1
                ? Sql.update(
                        connection,
                        "insert into goods_claim (id, purchase_id, order_number, status, requested_at, document,"
                                + " version) values (?, ?, ?, ?, ?, ?::jsonb, 1) on conflict do nothing",
                        changed.id().value(),
                        changed.order().purchase().value(),
                        changed.order().number(),
                        changed.status().name(),
                        changed.requestedAt(),
                        document(changed))
                : Sql.update(
                        connection,
                        "update goods_claim set status = ?, document = ?::jsonb, version = ?"
                                + " where id = ? and version = ?",
                        changed.status().name(),
                        document(changed),
                        changed.version(),
                        changed.id().value(),
                        changed.version() - 1));
        if (written == 0) {
            throw new StaleVersionException("claim " + changed.id());
        }
    }

    private static String document(Claim it) {
        return Json.object(json -> {
            Actors.write(json, it.requestedBy());
            json.writeStringField("why", it.reason().name());
            json.writeStringField("wanted", it.wanted().name());
            json.writeStringField("evidence", it.evidence());
            Integer fulfilment = it.fulfilment();
            if (fulfilment != null) {
                json.writeNumberField("fulfilment", fulfilment);
            }
            json.writeObjectFieldStart("units");
            for (Map.Entry<Integer, Integer> count : it.units().entrySet()) {
                json.writeNumberField(count.getKey().toString(), count.getValue());
            }
            json.writeEndObject();
        });
    }

    private static Claim read(ResultSet row) throws SQLException {
        JsonNode it = Json.read(row.getString("document"));
        Map<Integer, Integer> units = new TreeMap<>();
        it.path("units")
                .properties()
                .forEach(count -> units.put(
                        Integer.valueOf(count.getKey()), count.getValue().asInt()));
        return new Claim(
                new ClaimId(row.getObject("id", UUID.class)),
                Sql.orderId(row),
                ClaimStatus.valueOf(row.getString("status")),
                Reason.valueOf(it.path("why").asText()),
                units,
                it.has("fulfilment") ? it.path("fulfilment").asInt() : null,
                Resolution.valueOf(it.path("wanted").asText()),
                it.path("evidence").asText(),
                Actors.read(it),
                Sql.instant(row, "requested_at"),
                row.getLong("version"));
    }
}
