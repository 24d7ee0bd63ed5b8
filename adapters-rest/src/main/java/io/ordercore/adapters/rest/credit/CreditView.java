package io.ordercore.adapters.rest.credit;

import io.ordercore.adapters.rest.Violation;
import io.ordercore.application.credit.FindCredit;
import io.ordercore.domain.credit.Confidence;
import io.ordercore.domain.credit.CreditScore;
import io.ordercore.domain.credit.CreditTier;
import io.ordercore.domain.credit.Indicator;
import io.ordercore.domain.credit.Reason;
import io.ordercore.domain.credit.Recovery;
import io.ordercore.domain.credit.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a merchant stands, and why.
 *
 * @param points 0 to 100
 * @param averagePoints those of a merchant average in everything
 * @param contributions per indicator, points above or below the average merchant: they sum to the difference, exactly
 * @param badOrders the 90 % interval of the rate of bad orders
 * @param thin too few orders to tell: neither praised nor blamed
 */
@Schema(name = "MerchantCredit")
record CreditView(
        String merchant,
        CreditTier tier,
        @Nullable CreditTier proposed,
        LocalDate on,
        LocalDate evaluatedOn,
        BigDecimal points,
        BigDecimal averagePoints,
        Map<Indicator, BigDecimal> contributions,
        Interval badOrders,
        long effectiveOrders,
        boolean thin,
        int driftAlarms,
        List<ReasonView> reasons,
        Terms terms,
        List<DepositViews.AccountView> deposit,
        List<SanctionView> sanctions,
        RecoveryView recovery) {
    private static final int OF_A_POINT = 3;
    private static final int OF_A_RATE = 9;

    static CreditView of(FindCredit.Report report, Instant now, Locale locale) {
        CreditScore score = report.score();
        Map<Indicator, BigDecimal> contributions = new TreeMap<>();
        score.contributions().forEach((indicator, points) -> contributions.put(indicator, points(points)));
        Confidence confidence = score.confidence();
        return new CreditView(
                report.file().merchant().value(),
                report.file().tier(),
                report.file().credit().standing().proposed(),
                score.on(),
                report.file().credit().standing().evaluated(),
                points(score.points()),
                points(score.averagePoints()),
                contributions,
                new Interval(rate(confidence.lowerBound()), rate(confidence.upperBound())),
                score.effectiveOrders(),
                score.isThin(),
                report.file().credit().drift().alarms(),
                score.reasons().stream()
                        .map(reason -> ReasonView.of(reason, locale))
                        .toList(),
                report.terms(),
                report.deposit().stream().map(DepositViews.AccountView::of).toList(),
                report.file().sanctions().stream()
                        .map(sanction -> SanctionView.of(sanction, now))
                        .toList(),
                RecoveryView.of(report.recovery()));
    }

    static BigDecimal points(int thousandths) {
        return BigDecimal.valueOf(thousandths, OF_A_POINT);
    }

    static BigDecimal rate(long billionths) {
        return BigDecimal.valueOf(billionths, OF_A_RATE);
    }

    /** Both ends of an interval. */
    @Schema(name = "RateInterval")
    record Interval(BigDecimal lower, BigDecimal upper) {}

    /**
     * One reason for the score.
     *
     * @param code M01 to M09, stable
     * @param own the merchant's rate, its points or its breaches; effective orders for a thin file
     * @param line what may not be exceeded; for a thin file, what has to be reached
     * @param contribution points above or below the average merchant because of this
     * @param goodToClear orders, messages or lots without fault that bring it back to the line
     */
    @Schema(name = "CreditReason")
    record ReasonView(
            String code,
            String detail,
            BigDecimal own,
            BigDecimal average,
            BigDecimal line,
            BigDecimal contribution,
            long goodToClear) {
        static ReasonView of(Reason reason, Locale locale) {
            return new ReasonView(
                    reason.code().code(),
                    Violation.reason(reason.code()).detail(locale),
                    rate(reason.own()),
                    rate(reason.average()),
                    rate(reason.line()),
                    points(reason.contribution()),
                    reason.goodToClear());
        }
    }

    /**
     * How the merchant gets better.
     *
     * @param cleanRun mature orders in a row without its fault
     * @param cleanRunNeeded as many raise C or D by one tier at the next evaluation
     * @param ifNothingHappens points on days to come
     */
    @Schema(name = "CreditRecovery")
    record RecoveryView(
            int cleanRun, int cleanRunNeeded, LocalDate nextEvaluation, Map<LocalDate, BigDecimal> ifNothingHappens) {
        static RecoveryView of(Recovery recovery) {
            Map<LocalDate, BigDecimal> later = new TreeMap<>();
            recovery.ifNothingHappens().forEach((day, points) -> later.put(day, points(points)));
            return new RecoveryView(recovery.cleanRun(), recovery.cleanRunNeeded(), recovery.nextEvaluation(), later);
        }
    }
}
