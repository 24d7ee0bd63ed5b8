package io.ordercore.adapters.rest.inspection;

import io.ordercore.domain.inspection.Aql;
import io.ordercore.domain.inspection.CodeLetter;
import io.ordercore.domain.inspection.InspectionLevel;
import io.ordercore.domain.inspection.OperatingCharacteristic;
import io.ordercore.domain.inspection.SamplingPlan;
import io.ordercore.domain.inspection.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A plan and how well it tells good lots from bad.
 *
 * @param producersRisk the risk that a lot exactly as good as its AQL is not accepted
 * @param limitingQuality the share of defectives whose lots are accepted once in ten times; of an AQL above 10, defects per unit
 * @param curve the probability of acceptance by quality, from perfect lots to such as are accepted once in a thousand times
 */
@Schema(name = "PlanCharacteristic")
record PlanView(
        int lotSize,
        InspectionLevel level,
        Severity severity,
        String aql,
        CodeLetter letter,
        SamplingPlan plan,
        BigDecimal producersRisk,
        BigDecimal limitingQuality,
        List<OperatingCharacteristic.Point> curve) {
    private static final int DIGITS = 6;
    private static final double ONE_IN_TEN = 0.10;

    static PlanView of(int lotSize, InspectionLevel level, Severity severity, Aql aql) {
        SamplingPlan plan = SamplingPlan.of(lotSize, level, severity, aql);
        OperatingCharacteristic characteristic = OperatingCharacteristic.of(plan, aql);
        return new PlanView(
                lotSize,
                level,
                severity,
                aql.toString(),
                CodeLetter.of(lotSize, level),
                plan,
                rounded(characteristic.producersRisk(aql)),
                rounded(characteristic.qualityAccepted(ONE_IN_TEN)),
                characteristic.curve());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
