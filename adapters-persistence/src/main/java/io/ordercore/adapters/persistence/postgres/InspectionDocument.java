package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.FairDraw;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionReport;
import io.ordercore.domain.inspection.Lot;
import io.ordercore.domain.inspection.SamplingPlan;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of an inspection stands in its document. */
final class InspectionDocument {
    private final JsonNode root;

    InspectionDocument(String text) {
        this.root = Json.read(text);
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
            InspectionReport report = inspection.report();
            if (report != null) {
                json.writeObjectFieldStart("report");
                json.writeObjectFieldStart("defective");
                for (Map.Entry<DefectClass, Integer> entry : report.defective().entrySet()) {
                    json.writeNumberField(entry.getKey().name(), entry.getValue());
                }
                json.writeEndObject();
                json.writeStringField("inspectedAt", report.inspectedAt().toString());
                json.writeStringField("signature", report.signature());
                json.writeEndObject();
            }
        });
    }

    Inspection inspection(InspectionId id, MerchantId merchant, Sku sku, Instant orderedAt, long version) {
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
                report(),
                version);
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

    private @Nullable InspectionReport report() {
        JsonNode report = root.get("report");
        if (report == null) {
            return null;
        }
        Map<DefectClass, Integer> defective = new EnumMap<>(DefectClass.class);
        report.path("defective")
                .properties()
                .forEach(field -> defective.put(
                        DefectClass.valueOf(field.getKey()), field.getValue().asInt()));
        return new InspectionReport(
                defective,
                Instant.parse(report.path("inspectedAt").asText()),
                report.path("signature").asText());
    }
}
