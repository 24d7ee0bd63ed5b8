package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.LineLedger;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderOperation;
import io.ordercore.domain.order.OrderSnapshot;
import io.ordercore.domain.order.Quantity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;

/**
 * The part of an order that nobody queries, as JSON. Amounts are in the smallest unit of the order's currency, which has a
 * column of its own; what is zero or empty is left out.
 */
final class OrderDocument {
    private final String currency;
    private final JsonNode json;

    OrderDocument(String currency, String text) {
        this.currency = currency;
        this.json = Json.read(text);
    }

    static String write(OrderSnapshot order) {
        return Json.object(json -> {
            amount(json, "shipping", order.shipping());
            amount(json, "captured", order.captured());
            amount(json, "refundRequested", order.refundRequested());
            amount(json, "refunded", order.refunded());
            if (order.fulfilments() > 0) {
                json.writeNumberField("fulfilments", order.fulfilments());
            }
            json.writeArrayFieldStart("lines");
            for (OrderLine line : order.lines()) {
                write(json, line);
            }
            json.writeEndArray();
            if (!order.holds().isEmpty()) {
                json.writeArrayFieldStart("holds");
                for (Hold hold : order.holds()) {
                    write(json, hold);
                }
                json.writeEndArray();
            }
        });
    }

    private static void write(JsonGenerator json, OrderLine line) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", line.number());
        json.writeStringField("sku", line.sku().value());
        json.writeStringField("title", line.title());
        amount(json, "price", line.unitPrice());
        amount(json, "discount", line.discount());
        json.writeObjectFieldStart("units");
        for (Map.Entry<Quantity, Integer> count : line.ledger().asMap().entrySet()) {
            json.writeNumberField(count.getKey().name(), count.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Hold hold) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", hold.type().name());
        json.writeStringField("reason", hold.reason());
        json.writeStringField("since", hold.since().toString());
        json.writeArrayFieldStart("blocks");
        for (OrderOperation operation : hold.blocks()) {
            json.writeString(operation.name());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void amount(JsonGenerator json, String name, Money amount) throws IOException {
        if (!amount.isZero()) {
            json.writeNumberField(name, amount.getAmountMinorLong());
        }
    }

    Money amount(String name) {
        return amount(json, name);
    }

    int fulfilments() {
        return json.path("fulfilments").asInt();
    }

    List<OrderLine> lines() {
        List<OrderLine> lines = new ArrayList<>();
        for (JsonNode line : json.path("lines")) {
            Map<Quantity, Integer> units = new EnumMap<>(Quantity.class);
            line.path("units")
                    .properties()
                    .forEach(count -> units.put(
                            Quantity.valueOf(count.getKey()), count.getValue().asInt()));
            lines.add(new OrderLine(
                    line.path("number").asInt(),
                    new Sku(line.path("sku").asText()),
                    line.path("title").asText(),
                    amount(line, "price"),
                    amount(line, "discount"),
                    LineLedger.of(units)));
        }
        return lines;
    }

    List<Hold> holds() {
        List<Hold> holds = new ArrayList<>();
        for (JsonNode hold : json.path("holds")) {
            Set<OrderOperation> blocks = EnumSet.noneOf(OrderOperation.class);
            hold.path("blocks").forEach(it -> blocks.add(OrderOperation.valueOf(it.asText())));
            holds.add(new Hold(
                    Hold.Type.valueOf(hold.path("type").asText()),
                    blocks,
                    hold.path("reason").asText(),
                    Instant.parse(hold.path("since").asText())));
        }
        return holds;
    }

    private Money amount(JsonNode node, String name) {
        return Sql.money(currency, node.path(name).asLong());
    }
}
