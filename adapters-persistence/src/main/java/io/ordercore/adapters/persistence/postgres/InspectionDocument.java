package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.FairDraw;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionEntry;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionReport;
import io.ordercore.domain.inspection.Lot;
import io.ordercore.domain.inspection.SamplingPlan;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of an inspection stands in its document, and in those of its entries. */
final class InspectionDocument {
    private final JsonNode root;
    private final JsonNode entries;

    /** Takes the inspection's own, and an array of its entries', null where there is none. */
    InspectionDocument(String text, @Nullable String entries) {
        this.root = Json.read(text);
        this.entries = Json.read(entries == null ? "[]" : entries);
    }

    static String write(Inspection inspection) {
        return Json.object(json -> {
            json.writeStringField("category", inspection.lot().category());
            json.writeNumberField("size", inspection.lot().size());
            json.writeBooleanField("original", inspection.lot().original());
            json.writeStringField("agency", inspection.agency());
            json.writeStringField("seed", inspection.draw().seed());
            json.writeStringField("drawn", inspection.draw().lot());
            json.writeBooleanField("reducible", inspection.reducible());
            json.writeObjectFieldStart("plans");
            for (DefectClass defectClass : DefectClass.values()) {
                SamplingPlan plan = inspection.plans().get(defectClass);
                if (plan != null) {
                    json.writeObjectFieldStart(defectClass.name());
                    json.writeNumberField("sample", plan.sampleSize());
                    json.writeNumberField("acceptance", plan.acceptance());
                    json.writeNumberField("rejection", plan.rejection());
                    json.writeBooleanField("wholeLot", plan.wholeLot());
                    json.writeEndObject();
                }
            }
            json.writeEndObject();
        });
    }

    static String write(InspectionEntry entry) {
        return Json.object(json -> {
            json.writeNumberField("number", entry.number());
            json.writeStringField("takenAt", entry.takenAt().toString());
            if (entry.reason() != null) {
                json.writeStringField("reason", entry.reason());
            }
            json.writeObjectFieldStart("defective");
            for (Map.Entry<DefectClass, Integer> found :
                    entry.report().defective().entrySet()) {
                json.writeNumberField(found.getKey().name(), found.getValue());
            }
            json.writeEndObject();
            json.writeStringField("inspectedAt", entry.report().inspectedAt().toString());
            json.writeStringField("signature", entry.report().signature());
        });
    }

    Inspection inspection(InspectionId id, MerchantId merchant, Sku sku, Instant orderedAt) {
        Lot lot = new Lot(
                merchant,
                sku,
                root.path("category").asText(),
                root.path("size").asInt(),
                root.path("original").asBoolean());
        return new Inspection(
                id,
                lot,
                root.path("agency").asText(),
                new FairDraw(root.path("seed").asText(), root.path("drawn").asText()),
                plans(),
                root.path("reducible").asBoolean(),
                orderedAt,
                entries());
    }

    private Map<DefectClass, SamplingPlan> plans() {
        Map<DefectClass, SamplingPlan> plans = new EnumMap<>(DefectClass.class);
        root.path("plans").properties().forEach(field -> {
            JsonNode plan = field.getValue();
            plans.put(
                    DefectClass.valueOf(field.getKey()),
                    new SamplingPlan(
                            plan.path("sample").asInt(),
                            plan.path("acceptance").asInt(),
                            plan.path("rejection").asInt(),
                            plan.path("wholeLot").asBoolean()));
        });
        return plans;
    }

    private List<InspectionEntry> entries() {
        List<InspectionEntry> read = new ArrayList<>();
        entries.forEach(entry -> read.add(new InspectionEntry(
                entry.path("number").asInt(),
                report(entry),
                entry.hasNonNull("reason") ? entry.path("reason").asText() : null,
                Instant.parse(entry.path("takenAt").asText()))));
        return read;
    }

    private static InspectionReport report(JsonNode entry) {
        Map<DefectClass, Integer> defective = new EnumMap<>(DefectClass.class);
        entry.path("defective")
                .properties()
                .forEach(field -> defective.put(
                        DefectClass.valueOf(field.getKey()), field.getValue().asInt()));
        return new InspectionReport(
                defective,
                Instant.parse(entry.path("inspectedAt").asText()),
                entry.path("signature").asText());
    }
}
