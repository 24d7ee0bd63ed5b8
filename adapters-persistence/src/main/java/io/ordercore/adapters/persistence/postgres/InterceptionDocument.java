package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.logistics.intercept.Aim;
import io.ordercore.domain.logistics.intercept.FeeStatus;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.logistics.intercept.InterceptionStatus;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.party.Role;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An interception as JSON: personal data in clear, for an encrypted column only. */
final class InterceptionDocument {
    private final String currency;
    private final JsonNode json;

    InterceptionDocument(String currency, String text) {
        this.currency = currency;
        this.json = Json.read(text);
    }

    static String write(Interception it) {
        return Json.object(json -> {
            Actor actor = it.requestedBy();
            json.writeStringField("actor", actor.id());
            json.writeStringField("role", actor.role().name());
            json.writeStringField("channel", actor.channel().name());
            Json.optional(json, "reason", actor.reason());
            json.writeStringField("carrier", it.parcel().carrier());
            json.writeStringField("trackingNumber", it.parcel().trackingNumber());
            json.writeStringField("handedOverAt", it.parcel().at().toString());
            json.writeStringField("aim", it.aim().name());
            Recipient recipient = it.recipient();
            if (recipient != null) {
                json.writeObjectFieldStart("recipient");
                RequestedChangeDocument.write(json, recipient);
                json.writeEndObject();
            }
            DeliveryWindow window = it.window();
            if (window != null) {
                RequestedChangeDocument.write(json, window);
            }
            json.writeFieldName("resends");
            ResendDocument.write(json, it.resends());
            json.writeNumberField("fee", it.terms().fee().getAmountMinorLong());
            json.writeNumberField("resendFee", it.terms().resendFee().getAmountMinorLong());
            json.writeArrayFieldStart("refundedOn");
            for (InterceptionStatus outcome : it.terms().refundedOn()) {
                json.writeString(outcome.name());
            }
            json.writeEndArray();
            json.writeStringField("feeStatus", it.feeStatus().name());
            json.writeStringField("reference", it.reference());
            json.writeStringField("remark", it.remark());
            json.writeBooleanField("asked", it.asked());
        });
    }

    Interception interception(
            InterceptionId id,
            FulfilmentId fulfilment,
            InterceptionStatus status,
            Instant requestedAt,
            @Nullable Instant nextAt,
            long version) {
        Set<InterceptionStatus> refundedOn = new HashSet<>();
        json.path("refundedOn").forEach(it -> refundedOn.add(InterceptionStatus.valueOf(it.asText())));
        return new Interception(
                id,
                fulfilment,
                new Handover(
                        json.path("carrier").asText(),
                        json.path("trackingNumber").asText(),
                        Instant.parse(json.path("handedOverAt").asText())),
                Aim.valueOf(json.path("aim").asText()),
                RequestedChangeDocument.recipient(json.path("recipient")),
                RequestedChangeDocument.window(json),
                ResendDocument.read(json.path("resends"), currency),
                new Interception.Terms(
                        Sql.money(currency, json.path("fee").asLong()),
                        Sql.money(currency, json.path("resendFee").asLong()),
                        refundedOn),
                FeeStatus.valueOf(json.path("feeStatus").asText()),
                json.path("reference").asText(),
                new Actor(
                        json.path("actor").asText(),
                        Role.valueOf(json.path("role").asText()),
                        Channel.valueOf(json.path("channel").asText()),
                        Json.textOrNull(json, "reason")),
                status,
                json.path("remark").asText(),
                json.path("asked").asBoolean(),
                requestedAt,
                nextAt,
                version);
    }
}
