package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.intercept.Resend;
import io.ordercore.domain.order.OrderModification.AddedLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is sent when a parcel is back, as JSON. Amounts are in the smallest unit of the currency. */
final class ResendDocument {
    private ResendDocument() {}

    static void write(JsonGenerator json, List<Resend> resends) throws IOException {
        json.writeStartArray();
        for (Resend resend : resends) {
            json.writeStartObject();
            json.writeNumberField("line", resend.line());
            json.writeNumberField("units", resend.units());
            AddedLine instead = resend.instead();
            if (instead != null) {
                json.writeStringField("sku", instead.sku().value());
                json.writeStringField("title", instead.title());
                json.writeNumberField("price", instead.unitPrice().getAmountMinorLong());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static List<Resend> read(JsonNode array, String currency) {
        List<Resend> resends = new ArrayList<>();
        array.forEach(it -> {
            int units = it.path("units").asInt();
            AddedLine instead = it.has("sku")
                    ? new AddedLine(
                            new Sku(it.path("sku").asText()),
                            it.path("title").asText(),
                            Sql.money(currency, it.path("price").asLong()),
                            units)
                    : null;
            resends.add(new Resend(it.path("line").asInt(), units, instead));
        });
        return resends;
    }
}
