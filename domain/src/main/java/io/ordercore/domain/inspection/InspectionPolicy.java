package io.ordercore.domain.inspection;

import java.util.Map;
import java.util.Set;

/**
 * Which plan a lot gets: the level, an AQL per class of defects, stricter for some categories.
 *
 * @param usual the AQL of major and minor defects; critical defects have an AQL of zero and need none
 * @param strict the same for the categories named in {@code strictCategories}
 */
public record InspectionPolicy(
        InspectionLevel level,
        Map<DefectClass, Aql> usual,
        Map<DefectClass, Aql> strict,
        Set<String> strictCategories) {
    /** Where nothing is tolerated the sample is as large as an AQL of 0.10 makes it. */
    private static final Aql FOR_CRITICAL = Aql.of("0.10");

    /** Level II, major 2.5, minor 4.0; major 1.0 for what is eaten, given to children or plugged in. */
    public static final InspectionPolicy STANDARD = new InspectionPolicy(
            InspectionLevel.II,
            Map.of(DefectClass.MAJOR, Aql.of("2.5"), DefectClass.MINOR, Aql.of("4.0")),
            Map.of(DefectClass.MAJOR, Aql.of("1.0"), DefectClass.MINOR, Aql.of("4.0")),
            Set.of("food", "mother-baby", "electrics"));

    public InspectionPolicy {
        usual = Map.copyOf(usual);
        strict = Map.copyOf(strict);
        strictCategories = Set.copyOf(strictCategories);
        Set<DefectClass> tolerated = Set.of(DefectClass.MAJOR, DefectClass.MINOR);
        if (!usual.keySet().equals(tolerated) || !strict.keySet().equals(tolerated)) {
            throw new IllegalArgumentException("an AQL for major and for minor defects, none for critical ones");
        }
    }

    /** The AQL whose row of the tables applies. */
    public Aql aqlFor(String category, DefectClass defectClass) {
        Map<DefectClass, Aql> limits = strictCategories.contains(category) ? strict : usual;
        return limits.getOrDefault(defectClass, FOR_CRITICAL);
    }

    /** How many units to take from a lot for one class of defects, and how many may be defective. */
    public SamplingPlan planFor(int lotSize, String category, DefectClass defectClass, Severity severity) {
        SamplingPlan plan = SamplingPlan.of(lotSize, level, severity, aqlFor(category, defectClass));
        return defectClass == DefectClass.CRITICAL ? plan.acceptingNone() : plan;
    }
}
