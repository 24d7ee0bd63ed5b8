package io.ordercore.domain.credit;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a merchant gets better.
 *
 * @param cleanRun mature orders in a row without the merchant's fault, since the tier was set
 * @param cleanRunNeeded how many raise C or D by one tier at the next evaluation
 * @param nextEvaluation the first of next month
 * @param ifNothingHappens thousandths of a point on days to come, as what happened loses weight
 */
public record Recovery(
        int cleanRun, int cleanRunNeeded, LocalDate nextEvaluation, SortedMap<LocalDate, Integer> ifNothingHappens) {
    private static final int[] DAYS = {30, 90, 180};

    public Recovery {
        ifNothingHappens = Collections.unmodifiableSortedMap(new TreeMap<>(ifNothingHappens));
    }

    /** Of a merchant on the day of its score. */
    public static Recovery of(MerchantCredit credit, CreditScore score) {
        SortedMap<LocalDate, Integer> later = new TreeMap<>();
        for (int days : DAYS) {
            LocalDate day = score.on().plusDays(days);
            if (CreditScore.holds(score.norms(), day)) {
                later.put(day, credit.score(score.norms(), day).points());
            }
        }
        return new Recovery(
                credit.cleanRun(), Standing.CLEAN_RUN, score.on().plusMonths(1).withDayOfMonth(1), later);
    }
}
