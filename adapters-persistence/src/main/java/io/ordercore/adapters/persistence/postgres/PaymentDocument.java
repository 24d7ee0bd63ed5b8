package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.payment.TransactionId;
import io.ordercore.domain.payment.TransactionStatus;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** A payment's shares and transactions as JSON; amounts are in the smallest unit of its currency. */
final class PaymentDocument {
    private final String currency;
    private final JsonNode json;

    PaymentDocument(String currency, String text) {
        this.currency = currency;
        this.json = Json.read(text);
    }

    static String write(PaymentIntent intent) {
        return Json.object(json -> {
            json.writeObjectFieldStart("shares");
            for (Map.Entry<OrderId, Money> share : intent.shares().entrySet()) {
                json.writeNumberField(
                        share.getKey().toString(), share.getValue().getAmountMinorLong());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("transactions");
            for (PaymentTransaction transaction : intent.transactions()) {
                write(json, transaction);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, PaymentTransaction transaction) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", transaction.id().toString());
        json.writeStringField("kind", transaction.kind().name());
        json.writeStringField("status", transaction.status().name());
        json.writeNumberField("amount", transaction.amount().getAmountMinorLong());
        Json.optional(json, "follows", transaction.follows());
        Json.optional(json, "order", transaction.order());
        Json.optional(json, "reference", transaction.reference());
        Json.optional(json, "code", transaction.code());
        Json.optional(json, "action", transaction.action());
        json.writeNumberField("inquiries", transaction.inquiries());
        json.writeStringField("at", transaction.at().toString());
        json.writeEndObject();
    }

    Map<OrderId, Money> shares() {
        Map<OrderId, Money> shares = new HashMap<>();
        json.path("shares")
                .properties()
                .forEach(share -> shares.put(
                        OrderId.parse(share.getKey()),
                        Sql.money(currency, share.getValue().asLong())));
        return shares;
    }

    List<PaymentTransaction> transactions() {
        List<PaymentTransaction> transactions = new ArrayList<>();
        for (JsonNode it : json.path("transactions")) {
            String follows = Json.textOrNull(it, "follows");
            String order = Json.textOrNull(it, "order");
            String action = Json.textOrNull(it, "action");
            transactions.add(new PaymentTransaction(
                    TransactionId.parse(it.path("id").asText()),
                    PaymentTransaction.Kind.valueOf(it.path("kind").asText()),
                    TransactionStatus.valueOf(it.path("status").asText()),
                    Sql.money(currency, it.path("amount").asLong()),
                    follows == null ? null : TransactionId.parse(follows),
                    order == null ? null : OrderId.parse(order),
                    Json.textOrNull(it, "reference"),
                    Json.textOrNull(it, "code"),
                    action == null ? null : URI.create(action),
                    it.path("inquiries").asInt(),
                    Instant.parse(it.path("at").asText())));
        }
        return transactions;
    }
}
