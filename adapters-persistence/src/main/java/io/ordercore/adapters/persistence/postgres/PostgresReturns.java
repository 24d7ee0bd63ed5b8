package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.aftersale.Returns;
import io.ordercore.domain.aftersale.Acceptance;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Reception;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.aftersale.ReturnId;
import io.ordercore.domain.aftersale.ReturnStatus;
import io.ordercore.domain.aftersale.ReturnUnit;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderModification.AddedLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Returns, one row each. Amounts are in the smallest unit of the currency. */
final class PostgresReturns implements Returns {
    private static final String SELECT = "select id, purchase_id, order_number, status, requested_at, until, currency,"
            + " document, version from goods_return";

    private final PostgresTransactions transactions;

    PostgresReturns(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Return> find(ReturnId id) {
        return transactions.read(
                connection -> Sql.one(connection, SELECT + " where id = ?", PostgresReturns::read, id.value()));
    }

    @Override
    public List<Return> of(OrderId order) {
        return transactions.read(connection -> Sql.list(
                connection,
                SELECT + " where purchase_id = ? and order_number = ? order by requested_at desc, id desc",
                PostgresReturns::read,
                order.purchase().value(),
                order.number()));
    }

    @Override
    public List<ReturnId> over(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select id from goods_return where status in ('REQUESTED', 'APPROVED') and until <= ?"
                        + " order by until limit ?",
                row -> new ReturnId(row.getObject("id", UUID.class)),
                now,
                limit));
    }

    @Override
    public void save(Return changed) {
        int written = transactions.write(connection -> changed.version() == 1
                ? Sql.update(
                        connection,
                        "insert into goods_return (id, purchase_id, order_number, status, requested_at, until,"
                                + " currency, document, version) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, 1)"
                                + " on conflict do nothing",
                        changed.id().value(),
                        changed.order().purchase().value(),
                        changed.order().number(),
                        changed.status().name(),
                        changed.requestedAt(),
                        changed.until(),
                        changed.fee().getCurrencyUnit().getCode(),
                        document(changed))
                : Sql.update(
                        connection,
                        "update goods_return set status = ?, document = ?::jsonb, version = ?"
                                + " where id = ? and version = ?",
                        changed.status().name(),
                        document(changed),
                        changed.version(),
                        changed.id().value(),
                        changed.version() - 1));
        if (written == 0) {
            throw new StaleVersionException("return " + changed.id());
        }
    }

    private static String document(Return it) {
        return Json.object(json -> {
            Actors.write(json, it.requestedBy());
            json.writeStringField("why", it.reason().name());
            json.writeNumberField("fee", it.fee().getAmountMinorLong());
            Json.optional(json, "trackingNumber", it.trackingNumber());
            AddedLine exchange = it.exchange();
            if (exchange != null) {
                json.writeStringField("sku", exchange.sku().value());
                json.writeStringField("title", exchange.title());
                json.writeNumberField("price", exchange.unitPrice().getAmountMinorLong());
            }
            json.writeArrayFieldStart("units");
            for (ReturnUnit unit : it.units()) {
                json.writeStartObject();
                json.writeNumberField("line", unit.line());
                json.writeStringField("reception", unit.reception().name());
                json.writeStringField("acceptance", unit.acceptance().name());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static Return read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        JsonNode it = Json.read(row.getString("document"));
        List<ReturnUnit> units = new ArrayList<>();
        it.path("units")
                .forEach(unit -> units.add(new ReturnUnit(
                        units.size() + 1,
                        unit.path("line").asInt(),
                        Reception.valueOf(unit.path("reception").asText()),
                        Acceptance.valueOf(unit.path("acceptance").asText()))));
        AddedLine exchange = it.has("sku")
                ? new AddedLine(
                        new Sku(it.path("sku").asText()),
                        it.path("title").asText(),
                        Sql.money(currency, it.path("price").asLong()),
                        1)
                : null;
        return new Return(
                new ReturnId(row.getObject("id", UUID.class)),
                Sql.orderId(row),
                ReturnStatus.valueOf(row.getString("status")),
                Reason.valueOf(it.path("why").asText()),
                units,
                exchange,
                Sql.money(currency, it.path("fee").asLong()),
                Json.textOrNull(it, "trackingNumber"),
                Actors.read(it),
                Sql.instant(row, "requested_at"),
                Sql.instant(row, "until"),
                row.getLong("version"));
    }
}
