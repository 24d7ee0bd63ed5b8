package io.ordercore.domain.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lot drawn from, sent to an agency, and judged by what it found.
 *
 * @param agency who inspects it
 * @param draw decides which units are taken; its commitment is public at once, its seed with the report
 * @param plans per class of defects, how many units and how many defectives
 * @param reducible whether production was steady and reduced inspection approved when it was ordered
 * @param report null until the agency reported
 * @param version 1 when ordered, 2 when reported
 */
public record Inspection(
        InspectionId id,
        Lot lot,
        String agency,
        FairDraw draw,
        Map<DefectClass, SamplingPlan> plans,
        boolean reducible,
        Instant orderedAt,
        @Nullable InspectionReport report,
        long version) {
    public Inspection {
        plans = Map.copyOf(plans);
        if (plans.size() != DefectClass.values().length) {
            throw new IllegalArgumentException("a plan for each class of defects");
        }
    }

    /** Orders an inspection under the policy, by the severity each class stands at. */
    public static Inspection ordered(
            InspectionId id,
            Lot lot,
            String agency,
            String seed,
            Map<DefectClass, Severity> severities,
            InspectionPolicy policy,
            boolean reducible,
            Instant now) {
        Map<DefectClass, SamplingPlan> plans = new EnumMap<>(DefectClass.class);
        for (DefectClass defectClass : DefectClass.values()) {
            Severity severity = severities.getOrDefault(defectClass, Severity.NORMAL);
            plans.put(defectClass, policy.planFor(lot.size(), lot.category(), defectClass, severity));
        }
        return new Inspection(id, lot, agency, new FairDraw(seed, id.toString()), plans, reducible, now, null, 1);
    }

    /** How many units are taken: as many as the class that asks for most. */
    public int sampleSize() {
        return plans.values().stream().mapToInt(SamplingPlan::sampleSize).max().orElseThrow();
    }

    /** The units taken, numbered from 1 in the lot. */
    public List<Integer> units() {
        return draw.units(lot.size(), sampleSize());
    }

    /**
     * Takes the agency's report, or says why not.
     *
     * @param signed whether the signature is the agency's own
     */
    public ReportDecision reported(String by, InspectionReport found, boolean signed) {
        List<ReportRefusal> reasons = new ArrayList<>();
        if (report != null) {
            reasons.add(ReportRefusal.ALREADY_REPORTED);
        }
        if (!by.equals(agency)) {
            reasons.add(ReportRefusal.ANOTHER_AGENCY);
        } else if (!signed) {
            reasons.add(ReportRefusal.SIGNATURE_INVALID);
        }
        if (found.defective().values().stream().anyMatch(count -> count > sampleSize())) {
            reasons.add(ReportRefusal.MORE_THAN_TAKEN);
        }
        if (found.inspectedAt().isBefore(orderedAt)) {
            reasons.add(ReportRefusal.TOO_EARLY);
        }
        return reasons.isEmpty()
                ? new ReportDecision.Taken(
                        new Inspection(id, lot, agency, draw, plans, reducible, orderedAt, found, version + 1))
                : new ReportDecision.Refused(reasons);
    }

    /** What the sample says for a class; empty until reported. */
    public Optional<Verdict> verdict(DefectClass defectClass) {
        SamplingPlan plan = plans.get(defectClass);
        return report == null || plan == null
                ? Optional.empty()
                : Optional.of(plan.judge(report.defective(defectClass)));
    }

    /** The gravest class for which the lot is not accepted; empty where it is accepted, or not reported yet. */
    public Optional<DefectClass> failedFor() {
        return plans.keySet().stream()
                .filter(defectClass -> verdict(defectClass)
                        .filter(verdict -> !verdict.accepts())
                        .isPresent())
                .min(Comparator.naturalOrder());
    }

    /** Reported, and accepted for every class. */
    public boolean isAccepted() {
        return report != null && failedFor().isEmpty();
    }

    /** What the switching rules are told about a class; empty until reported. */
    public Optional<SwitchingEvent> judged(DefectClass defectClass, InspectionPolicy policy) {
        SamplingPlan plan = plans.get(defectClass);
        if (report == null || plan == null) {
            return Optional.empty();
        }
        return Optional.of(SwitchingEvent.LotJudged.of(
                id.toString(),
                report.inspectedAt(),
                lot.original(),
                CodeLetter.of(lot.size(), policy.level()),
                policy.aqlFor(lot.category(), defectClass),
                plan,
                report.defective(defectClass),
                reducible));
    }
}
