package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.intercept.Resend;
import io.ordercore.domain.modification.Agreement;
import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.Approver;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.ChangeSetStep;
import io.ordercore.domain.modification.FeeKind;
import io.ordercore.domain.modification.PricedAlternative;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.QuoteProblem;
import io.ordercore.domain.modification.QuotedLine;
import io.ordercore.domain.modification.Ruled;
import io.ordercore.domain.modification.RuledChange;
import io.ordercore.domain.modification.Ruling;
import io.ordercore.domain.modification.RulingReason;
import io.ordercore.domain.modification.Stage;
import io.ordercore.domain.order.OrderModification;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.Role;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A change set as JSON, the quote with everything it said included. Amounts are in the smallest unit of its currency. */
final class ChangeSetDocument {
    private final String currency;
    private final JsonNode json;

    ChangeSetDocument(String currency, String text) {
        this.currency = currency;
        this.json = Json.read(text);
    }

    static String write(ChangeSet changeSet) {
        return Json.object(json -> {
            actor(json, changeSet.requestedBy());
            Json.optional(json, "proof", changeSet.proof());
            json.writeBooleanField("consented", changeSet.consented());
            names(json, "approved", changeSet.approved());
            json.writeArrayFieldStart("steps");
            for (ChangeSetStep step : changeSet.steps()) {
                json.writeStartObject();
                json.writeStringField("status", step.status().name());
                actor(json, step.actor());
                Json.optional(json, "proof", step.proof());
                json.writeStringField("at", step.at().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            write(json, changeSet.quote());
        });
    }

    private static void actor(JsonGenerator json, Actor actor) throws IOException {
        json.writeStringField("actor", actor.id());
        json.writeStringField("role", actor.role().name());
        json.writeStringField("channel", actor.channel().name());
        Json.optional(json, "reason", actor.reason());
    }

    Actor requestedBy() {
        return actor(json);
    }

    private static Actor actor(JsonNode it) {
        return new Actor(
                it.path("actor").asText(),
                Role.valueOf(it.path("role").asText()),
                Channel.valueOf(it.path("channel").asText()),
                Json.textOrNull(it, "reason"));
    }

    List<ChangeSetStep> steps() {
        List<ChangeSetStep> steps = new ArrayList<>();
        json.path("steps")
                .forEach(it -> steps.add(new ChangeSetStep(
                        ChangeSetStatus.valueOf(it.path("status").asText()),
                        actor(it),
                        Json.textOrNull(it, "proof"),
                        Instant.parse(it.path("at").asText()))));
        return steps;
    }

    @Nullable
    String proof() {
        return Json.textOrNull(json, "proof");
    }

    boolean consented() {
        return json.path("consented").asBoolean();
    }

    Set<Approver> approved() {
        return names(json.path("approved"), Approver::valueOf);
    }

    private static void write(JsonGenerator json, Quote quote) throws IOException {
        json.writeNumberField("baseVersion", quote.baseVersion());
        json.writeStringField("policy", quote.policy());
        json.writeArrayFieldStart("changes");
        for (RuledChange change : quote.changes()) {
            json.writeStartObject();
            json.writeStringField("stage", change.stage().name());
            ruled(json, change.ruled());
            RequestedChangeDocument.write(json, change.change());
            json.writeEndObject();
        }
        json.writeEndArray();
        ruled(json, quote.overall());
        json.writeArrayFieldStart("problems");
        for (QuoteProblem problem : quote.problems()) {
            json.writeStartObject();
            json.writeNumberField("change", problem.change());
            json.writeStringField("reason", problem.reason().name());
            json.writeNumberField("available", problem.available());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("lines");
        for (QuotedLine line : quote.lines()) {
            json.writeStartObject();
            json.writeNumberField("line", line.line());
            json.writeStringField("sku", line.sku().value());
            json.writeStringField("title", line.title());
            amount(json, "price", line.unitPrice());
            json.writeNumberField("before", line.before());
            json.writeNumberField("after", line.after());
            amount(json, "difference", line.difference());
            json.writeEndObject();
        }
        json.writeEndArray();
        amount(json, "goodsDifference", quote.goodsDifference());
        amount(json, "shippingDifference", quote.shippingDifference());
        amount(json, "fee", quote.fee());
        amount(json, "payableBefore", quote.payableBefore());
        amount(json, "payableAfter", quote.payableAfter());
        amount(json, "taxBefore", quote.taxBefore());
        amount(json, "taxAfter", quote.taxAfter());
        amount(json, "due", quote.due());
        amount(json, "refund", quote.refund());
        names(json, "agreements", quote.agreements());
        json.writeArrayFieldStart("alternatives");
        for (PricedAlternative alternative : quote.alternatives()) {
            json.writeStartObject();
            json.writeStringField("way", alternative.way().name());
            Money fee = alternative.fee();
            if (fee != null) {
                amount(json, "fee", fee);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("recalls");
        for (int recall : quote.recalls()) {
            json.writeNumber(recall);
        }
        json.writeEndArray();
        Json.optional(json, "way", quote.way());
        json.writeObjectFieldStart("parcels");
        for (Map.Entry<Integer, List<Resend>> parcel : quote.parcels().entrySet()) {
            json.writeFieldName(parcel.getKey().toString());
            ResendDocument.write(json, parcel.getValue());
        }
        json.writeEndObject();
        write(json, quote.modification());
        json.writeStringField("until", quote.until().toString());
    }

    private static void write(JsonGenerator json, OrderModification modification) throws IOException {
        json.writeObjectFieldStart("modification");
        json.writeStringField("reference", modification.reference());
        counts(json, "taken", modification.taken());
        counts(json, "grown", modification.grown());
        json.writeArrayFieldStart("added");
        for (AddedLine line : modification.added()) {
            json.writeStartObject();
            json.writeStringField("sku", line.sku().value());
            json.writeStringField("title", line.title());
            amount(json, "price", line.unitPrice());
            json.writeNumberField("units", line.units());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (modification.recipient() != null) {
            RequestedChangeDocument.write(json, modification.recipient());
        }
        DeliveryWishes wishes = modification.wishes();
        if (wishes != null) {
            json.writeObjectFieldStart("wishes");
            RequestedChangeDocument.write(json, wishes);
            json.writeEndObject();
        }
        amount(json, "shipping", modification.shipping());
        json.writeEndObject();
    }

    Quote quote() {
        List<RuledChange> changes = new ArrayList<>();
        json.path("changes")
                .forEach(it -> changes.add(new RuledChange(
                        RequestedChangeDocument.change(it),
                        Stage.valueOf(it.path("stage").asText()),
                        ruled(it))));
        List<QuoteProblem> problems = new ArrayList<>();
        json.path("problems")
                .forEach(it -> problems.add(new QuoteProblem(
                        it.path("change").asInt(),
                        QuoteProblem.Reason.valueOf(it.path("reason").asText()),
                        it.path("available").asLong())));
        List<QuotedLine> lines = new ArrayList<>();
        json.path("lines")
                .forEach(it -> lines.add(new QuotedLine(
                        it.path("line").asInt(),
                        new Sku(it.path("sku").asText()),
                        it.path("title").asText(),
                        amount(it, "price"),
                        it.path("before").asInt(),
                        it.path("after").asInt(),
                        amount(it, "difference"))));
        List<PricedAlternative> alternatives = new ArrayList<>();
        json.path("alternatives")
                .forEach(it -> alternatives.add(new PricedAlternative(
                        Alternative.valueOf(it.path("way").asText()), it.has("fee") ? amount(it, "fee") : null)));
        List<Integer> recalls = new ArrayList<>();
        json.path("recalls").forEach(it -> recalls.add(it.asInt()));
        String way = Json.textOrNull(json, "way");
        Map<Integer, List<Resend>> parcels = new TreeMap<>();
        json.path("parcels")
                .properties()
                .forEach(it -> parcels.put(Integer.valueOf(it.getKey()), ResendDocument.read(it.getValue(), currency)));
        return new Quote(
                json.path("baseVersion").asLong(),
                json.path("policy").asText(),
                changes,
                ruled(json),
                problems,
                lines,
                amount(json, "goodsDifference"),
                amount(json, "shippingDifference"),
                amount(json, "fee"),
                amount(json, "payableBefore"),
                amount(json, "payableAfter"),
                amount(json, "taxBefore"),
                amount(json, "taxAfter"),
                amount(json, "due"),
                amount(json, "refund"),
                names(json.path("agreements"), Agreement::valueOf),
                alternatives,
                recalls,
                way == null ? null : Alternative.valueOf(way),
                parcels,
                modification(json.path("modification")),
                Instant.parse(json.path("until").asText()));
    }

    private OrderModification modification(JsonNode it) {
        List<AddedLine> added = new ArrayList<>();
        it.path("added")
                .forEach(line -> added.add(new AddedLine(
                        new Sku(line.path("sku").asText()),
                        line.path("title").asText(),
                        amount(line, "price"),
                        line.path("units").asInt())));
        return new OrderModification(
                it.path("reference").asText(),
                counts(it.path("taken")),
                counts(it.path("grown")),
                added,
                RequestedChangeDocument.recipient(it),
                it.has("wishes") ? RequestedChangeDocument.wishes(it.path("wishes")) : null,
                amount(it, "shipping"));
    }

    private static void ruled(JsonGenerator json, Ruled ruled) throws IOException {
        json.writeObjectFieldStart("ruled");
        json.writeStringField("ruling", ruled.ruling().name());
        names(json, "reasons", ruled.reasons());
        names(json, "approvers", ruled.approvers());
        json.writeBooleanField("consent", ruled.consent());
        names(json, "fees", ruled.fees());
        names(json, "alternatives", ruled.alternatives());
        json.writeEndObject();
    }

    private static Ruled ruled(JsonNode in) {
        JsonNode it = in.path("ruled");
        return new Ruled(
                Ruling.valueOf(it.path("ruling").asText()),
                names(it.path("reasons"), RulingReason::valueOf),
                names(it.path("approvers"), Approver::valueOf),
                it.path("consent").asBoolean(),
                names(it.path("fees"), FeeKind::valueOf),
                List.copyOf(names(it.path("alternatives"), Alternative::valueOf)));
    }

    private static void names(JsonGenerator json, String name, Collection<? extends Enum<?>> values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Enum<?> value : values) {
            json.writeString(value.name());
        }
        json.writeEndArray();
    }

    private static <T> Set<T> names(JsonNode array, Function<String, T> parse) {
        Set<T> values = new LinkedHashSet<>();
        array.forEach(it -> values.add(parse.apply(it.asText())));
        return values;
    }

    private static void counts(JsonGenerator json, String name, Map<Integer, Integer> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            json.writeNumberField(count.getKey().toString(), count.getValue());
        }
        json.writeEndObject();
    }

    private static Map<Integer, Integer> counts(JsonNode object) {
        Map<Integer, Integer> counts = new TreeMap<>();
        object.properties()
                .forEach(it ->
                        counts.put(Integer.valueOf(it.getKey()), it.getValue().asInt()));
        return counts;
    }

    private static void amount(JsonGenerator json, String name, Money amount) throws IOException {
        json.writeNumberField(name, amount.getAmountMinorLong());
    }

    private Money amount(JsonNode node, String name) {
        return Sql.money(currency, node.path(name).asLong());
    }
}
