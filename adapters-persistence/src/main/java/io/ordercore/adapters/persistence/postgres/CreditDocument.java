package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.credit.CreditFile;
import io.ordercore.domain.credit.CreditTier;
import io.ordercore.domain.credit.Drift;
import io.ordercore.domain.credit.MeasureKind;
import io.ordercore.domain.credit.MerchantCredit;
import io.ordercore.domain.credit.ReasonCode;
import io.ordercore.domain.credit.Sanction;
import io.ordercore.domain.credit.SanctionRule;
import io.ordercore.domain.credit.Standing;
import io.ordercore.domain.credit.Tally;
import io.ordercore.domain.party.MerchantId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a credit file stands in its document. */
final class CreditDocument {
    private final JsonNode root;

    CreditDocument(String text) {
        this.root = Json.read(text);
    }

    static String write(CreditFile file) {
        return Json.object(json -> {
            json.writeStringField("since", file.since().toString());
            json.writeStringField("norms", file.norms().toString());
            json.writeBooleanField("discontinued", file.discontinued());
            json.writeStringField("assessedAt", file.assessedAt().toString());
            write(json, file.credit());
            json.writeArrayFieldStart("sanctions");
            for (Sanction sanction : file.sanctions()) {
                write(json, sanction);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, MerchantCredit credit) throws IOException {
        json.writeArrayFieldStart("sums");
        for (long sum : credit.tally().sums()) {
            json.writeNumber(sum);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("points");
        for (Map.Entry<Integer, Integer> quarter :
                credit.tally().pointsByQuarter().entrySet()) {
            json.writeNumberField(quarter.getKey().toString(), quarter.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("drift", credit.drift().sum());
        json.writeNumberField("alarms", credit.drift().alarms());
        json.writeNumberField("cleanRun", credit.cleanRun());
        json.writeStringField("upTo", credit.upTo().toString());
        Standing standing = credit.standing();
        json.writeStringField("tier", standing.tier().name());
        json.writeStringField("tierSince", standing.since().toString());
        Json.optional(json, "proposed", standing.proposed());
        json.writeStringField("evaluated", standing.evaluated().toString());
    }

    private static void write(JsonGenerator json, Sanction sanction) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", sanction.kind().name());
        json.writeStringField("rule", sanction.rule().name());
        json.writeStringField("reason", sanction.reason().name());
        json.writeStringField("start", sanction.start().toString());
        Json.optional(json, "end", sanction.end());
        Json.optional(json, "pausedSince", sanction.pausedSince());
        json.writeEndObject();
    }

    CreditFile file(MerchantId merchant, long version) {
        List<Sanction> sanctions = new ArrayList<>();
        root.path("sanctions").forEach(sanction -> sanctions.add(sanction(sanction)));
        return new CreditFile(
                merchant,
                day("since"),
                day("norms"),
                credit(),
                root.path("discontinued").asBoolean(),
                sanctions,
                Instant.parse(root.path("assessedAt").asText()),
                version);
    }

    private MerchantCredit credit() {
        List<Long> sums = new ArrayList<>();
        root.path("sums").forEach(sum -> sums.add(sum.asLong()));
        Map<Integer, Integer> points = new HashMap<>();
        root.path("points")
                .properties()
                .forEach(quarter -> points.put(
                        Integer.valueOf(quarter.getKey()), quarter.getValue().asInt()));
        String proposed = Json.textOrNull(root, "proposed");
        return new MerchantCredit(
                Tally.kept(sums, points),
                new Drift(root.path("drift").asLong(), root.path("alarms").asInt()),
                root.path("cleanRun").asInt(),
                new Standing(
                        CreditTier.valueOf(root.path("tier").asText()),
                        day("tierSince"),
                        proposed == null ? null : CreditTier.valueOf(proposed),
                        day("evaluated")),
                day("upTo"));
    }

    private static Sanction sanction(JsonNode node) {
        return new Sanction(
                MeasureKind.valueOf(node.path("kind").asText()),
                SanctionRule.valueOf(node.path("rule").asText()),
                ReasonCode.valueOf(node.path("reason").asText()),
                Instant.parse(node.path("start").asText()),
                instantOrNull(node, "end"),
                instantOrNull(node, "pausedSince"));
    }

    static @Nullable Instant instantOrNull(JsonNode node, String name) {
        String text = Json.textOrNull(node, name);
        return text == null ? null : Instant.parse(text);
    }

    private LocalDate day(String name) {
        return LocalDate.parse(root.path(name).asText());
    }
}
