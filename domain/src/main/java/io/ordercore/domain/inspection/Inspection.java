package io.ordercore.domain.inspection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lot drawn from, sent to an agency, and judged by the last entry of what the agency said about it.
 *
 * @param agency who inspects it
 * @param draw decides which units are taken; its commitment is public at once, its seed with the report
 * @param plans per class of defects, how many units and how many defectives
 * @param reducible whether production was steady and reduced inspection approved when it was ordered
 * @param entries the agency's report and its corrections, the first first; only added to
 */
public record Inspection(
        InspectionId id,
        Lot lot,
        String agency,
        FairDraw draw,
        Map<DefectClass, SamplingPlan> plans,
        boolean reducible,
        Instant orderedAt,
        List<InspectionEntry> entries) {
    public Inspection {
        plans = Map.copyOf(plans);
        entries = List.copyOf(entries);
        if (plans.size() != DefectClass.values().length) {
            throw new IllegalArgumentException("a plan for each class of defects");
        }
    }

    /** Orders an inspection under the policy, by the severity each class stands at. */
    public static Inspection ordered(
            InspectionId id,
            Lot lot,
            String agency,
            FairDraw draw,
            Map<DefectClass, Severity> severities,
            InspectionPolicy policy,
            boolean reducible,
            Instant now) {
        Map<DefectClass, SamplingPlan> plans = new EnumMap<>(DefectClass.class);
        for (DefectClass defectClass : DefectClass.values()) {
            Severity severity = severities.getOrDefault(defectClass, Severity.NORMAL);
            plans.put(defectClass, policy.planFor(lot.size(), lot.category(), defectClass, severity));
        }
        return new Inspection(id, lot, agency, draw, plans, reducible, now, List.of());
    }

    /** How many units are taken: as many as the class that asks for most. */
    public int sampleSize() {
        return plans.values().stream().mapToInt(SamplingPlan::sampleSize).max().orElseThrow();
    }

    /** The units taken, numbered from 1 in the lot. */
    public List<Integer> units() {
        return draw.units(lot.size(), sampleSize());
    }

    /** What holds: the last entry; null until the agency reported. */
    public @Nullable InspectionReport report() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1).report();
    }

    /** 1 when ordered; one more with every entry. */
    public long version() {
        return 1L + entries.size();
    }

    /** As it stood with an entry. */
    Inspection upTo(InspectionEntry last) {
        return having(entries.subList(0, last.number()));
    }

    /**
     * Takes the agency's report, or says why not.
     *
     * @param signed whether the signature is the agency's own
     */
    public ReportDecision reported(String by, InspectionReport found, boolean signed, Instant now) {
        List<ReportRefusal> reasons = new ArrayList<>();
        if (!entries.isEmpty()) {
            reasons.add(ReportRefusal.ALREADY_REPORTED);
        }
        return taken(by, found, null, signed, now, reasons);
    }

    /**
     * Takes a correction, or says why not. What it corrects stays.
     *
     * @param corrects the number of the entry it corrects; nobody corrects what was corrected already
     * @param signed whether the signature is the agency's own
     */
    public ReportDecision corrected(
            String by, int corrects, InspectionReport found, String reason, boolean signed, Instant now) {
        List<ReportRefusal> reasons = new ArrayList<>();
        if (entries.isEmpty()) {
            reasons.add(ReportRefusal.NOT_REPORTED);
        } else if (corrects != entries.size()) {
            reasons.add(ReportRefusal.NOT_THE_LATEST);
        }
        return taken(by, found, reason, signed, now, reasons);
    }

    private ReportDecision taken(
            String by,
            InspectionReport found,
            @Nullable String reason,
            boolean signed,
            Instant now,
            List<ReportRefusal> reasons) {
        if (!by.equals(agency)) {
            reasons.add(ReportRefusal.ANOTHER_AGENCY);
        } else if (!signed) {
            reasons.add(ReportRefusal.SIGNATURE_INVALID);
        }
        if (found.defective().values().stream().anyMatch(count -> count > sampleSize())) {
            reasons.add(ReportRefusal.MORE_THAN_TAKEN);
        }
        // Agencies write whole seconds.
        if (found.inspectedAt().isBefore(orderedAt.truncatedTo(ChronoUnit.SECONDS))) {
            reasons.add(ReportRefusal.TOO_EARLY);
        }
        if (!reasons.isEmpty()) {
            return new ReportDecision.Refused(reasons);
        }
        List<InspectionEntry> all = new ArrayList<>(entries);
        Instant takenAt = entries.isEmpty()
                ? now
                : later(now, entries.get(entries.size() - 1).takenAt());
        all.add(new InspectionEntry(entries.size() + 1, found, reason, takenAt));
        return new ReportDecision.Taken(having(all));
    }

    /** Nodes' clocks differ a little; a correction follows what it corrects all the same. */
    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private Inspection having(List<InspectionEntry> all) {
        return new Inspection(id, lot, agency, draw, plans, reducible, orderedAt, all);
    }

    /** What the sample says for a class; empty until reported. */
    public Optional<Verdict> verdict(DefectClass defectClass) {
        SamplingPlan plan = plans.get(defectClass);
        InspectionReport report = report();
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
        return !entries.isEmpty() && failedFor().isEmpty();
    }

    /** What the switching rules are told about a class; empty until reported. */
    public Optional<SwitchingEvent> judged(DefectClass defectClass, InspectionPolicy policy) {
        SamplingPlan plan = plans.get(defectClass);
        InspectionReport report = report();
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
