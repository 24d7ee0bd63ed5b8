package io.ordercore.domain.inspection;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an agency found, signed by it.
 *
 * @param defective per class, how many of the units taken have such a defect; a missing class means none
 * @param signature of {@link #statement}, or of {@link #correction}, as the agency encodes it
 */
public record InspectionReport(Map<DefectClass, Integer> defective, Instant inspectedAt, String signature) {
    public InspectionReport {
        defective = Map.copyOf(defective);
        if (defective.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count of defectives is not negative");
        }
    }

    public int defective(DefectClass defectClass) {
        return defective.getOrDefault(defectClass, 0);
    }

    /** The text an agency signs: the inspection, the count of each class, the time. */
    public static String statement(InspectionId id, Map<DefectClass, Integer> defective, Instant inspectedAt) {
        return "inspection " + id + found(defective, inspectedAt);
    }

    /**
     * The text an agency signs to correct itself: the inspection, the number of the entry it corrects, the count of each class,
     * the time, the reason.
     */
    public static String correction(
            InspectionId id, int corrects, Map<DefectClass, Integer> defective, Instant inspectedAt, String reason) {
        return "inspection " + id + "\ncorrects " + corrects + found(defective, inspectedAt) + '\n' + reason;
    }

    private static String found(Map<DefectClass, Integer> defective, Instant inspectedAt) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(defective)
                .forEach((defectClass, count) ->
                        text.append('\n').append(defectClass).append(' ').append(count));
        return text.append('\n').append(inspectedAt).toString();
    }
}
