package io.ordercore.domain.credit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says which measures are due. A thin file brings none, but for points, deceit and failed inspections. */
public final class SanctionLadder {
    private static final int POINT = 4;

    private SanctionLadder() {}

    /**
     * The measures due now, with what set them.
     *
     * @param discontinued whether five lots were not accepted on tightened inspection
     */
    public static List<Sanction> due(CreditScore score, CreditTier tier, boolean discontinued, Instant now) {
        List<Sanction> due = new ArrayList<>();
        Set<MeasureKind> kinds = EnumSet.noneOf(MeasureKind.class);
        for (Finding finding : findings(score, tier, discontinued)) {
            for (MeasureKind kind : finding.rule().measures()) {
                if (kinds.add(kind)) {
                    Instant end = finding.rule().lasts() == null
                            ? null
                            : now.plus(finding.rule().lasts());
                    due.add(new Sanction(kind, finding.rule(), finding.reason(), now, end, null));
                }
            }
        }
        return List.copyOf(due);
    }

    private record Finding(SanctionRule rule, ReasonCode reason) {}

    /** The gravest first: where two rules set the same measure, the graver one's term holds. */
    private static List<Finding> findings(CreditScore score, CreditTier tier, boolean discontinued) {
        List<Finding> findings = new ArrayList<>();
        if (score.tally().breachWeight() > 0) {
            findings.add(new Finding(SanctionRule.INTEGRITY_BREACH, ReasonCode.M09_INTEGRITY));
        }
        if (discontinued) {
            findings.add(new Finding(SanctionRule.INSPECTION_DISCONTINUED, ReasonCode.M06_INSPECTION));
        }
        addForPoints(findings, score.tally().quarterPoints(score.on()));
        ReasonCode worst = worst(score);
        switch (tier) {
            case D -> findings.add(new Finding(SanctionRule.TIER_D, worst));
            case C -> findings.add(new Finding(SanctionRule.TIER_C, worst));
            case S, A, B, N -> {}
        }
        if (!score.isThin()) {
            addForLines(findings, score);
        }
        return findings;
    }

    private static void addForPoints(List<Finding> findings, int quarterPoints) {
        SanctionRule rule;
        if (quarterPoints >= 15 * POINT) {
            rule = SanctionRule.FIFTEEN_POINTS;
        } else if (quarterPoints >= 12 * POINT) {
            rule = SanctionRule.TWELVE_POINTS;
        } else if (quarterPoints >= 9 * POINT) {
            rule = SanctionRule.NINE_POINTS;
        } else if (quarterPoints >= 6 * POINT) {
            rule = SanctionRule.SIX_POINTS;
        } else if (quarterPoints >= 3 * POINT) {
            rule = SanctionRule.THREE_POINTS;
        } else {
            return;
        }
        findings.add(new Finding(rule, ReasonCode.M07_POLICY_POINTS));
    }

    private static void addForLines(List<Finding> findings, CreditScore score) {
        Confidence confidence = score.confidence();
        for (Indicator indicator : Indicator.values()) {
            if (indicator.isRate() && confidence.isSurelyOverLine(indicator)) {
                findings.add(new Finding(SanctionRule.LINE_CROSSED, ReasonCode.of(indicator)));
            }
        }
    }

    private static ReasonCode worst(CreditScore score) {
        return score.reasons().stream()
                .filter(reason -> reason.code() != ReasonCode.M08_THIN_FILE)
                .map(Reason::code)
                .findFirst()
                .orElse(ReasonCode.M08_THIN_FILE);
    }
}
