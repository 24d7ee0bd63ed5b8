package io.ordercore.adapters.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.SamplingPlan;

/** What an agency is told: the lot, the units to take, how many may be defective, and the hash of the seed they were drawn by. */
final class OrderDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OrderDocument() {}

    static byte[] of(Inspection inspection) {
        ObjectNode root = JSON.createObjectNode();
        root.put("type", "inspection.ordered");
        root.put("inspection", inspection.id().toString());
        root.put("orderedAt", inspection.orderedAt().toString());
        root.put("merchant", inspection.lot().merchant().value());
        root.put("sku", inspection.lot().sku().value());
        root.put("category", inspection.lot().category());
        root.put("lotSize", inspection.lot().size());
        root.put("original", inspection.lot().original());
        root.put("sampleSize", inspection.sampleSize());
        root.put("commitment", inspection.draw().commitment());
        ObjectNode plans = root.putObject("plans");
        for (DefectClass defectClass : DefectClass.values()) {
            SamplingPlan plan = inspection.plans().get(defectClass);
            if (plan != null) {
                ObjectNode node = plans.putObject(defectClass.name());
                node.put("sampleSize", plan.sampleSize());
                node.put("acceptance", plan.acceptance());
                node.put("rejection", plan.rejection());
            }
        }
        inspection.units().forEach(root.putArray("units")::add);
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
