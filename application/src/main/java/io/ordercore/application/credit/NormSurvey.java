package io.ordercore.application.credit;

import io.ordercore.domain.credit.CreditNorms;
import io.ordercore.domain.credit.CreditScore;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.Indicator;
import io.ordercore.domain.credit.PlatformSurvey;
import io.ordercore.domain.credit.Tally;
import io.ordercore.domain.party.MerchantId;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Draws up the platform's norms at the first evaluation of each quarter; they are frozen until the next. */
final class NormSurvey {
    /** With fewer rated merchants there is no spread to speak of, and the starting norms hold. */
    private static final int FEWEST_RATED = 20;

    private final CreditBooks books;

    NormSurvey(CreditBooks books) {
        this.books = books;
    }

    void publishOn(LocalDate day) {
        List<CreditNorms> all = books.yardsticks().norms();
        if (all.isEmpty() || !quarter(all.get(all.size() - 1).reference()).equals(quarter(day))) {
            books.yardsticks().publish(drawnUp(day));
        }
    }

    private CreditNorms drawnUp(LocalDate day) {
        PlatformSurvey survey = PlatformSurvey.begun();
        books.evidence().forEach(piece -> {
            if (piece.evidence().knownOn().isBefore(day)) {
                piece.evidence().decide(new Counting(survey));
            }
        });
        CreditNorms unspread = survey.norms(day);
        Measuring measuring = new Measuring(unspread, day);
        books.evidence().forEach(piece -> {
            if (piece.evidence().knownOn().isBefore(day)) {
                measuring.add(piece.merchant(), piece.evidence());
            }
        });
        long[] badness = measuring.finished();
        return badness.length < FEWEST_RATED
                ? CreditNorms.starting(day)
                : unspread.spread(badness[badness.length / 20], badness[badness.length * 19 / 20]);
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "-" + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    /** The badness of every rated merchant, evidence coming merchant by merchant. */
    private static final class Measuring {
        private final CreditNorms norms;
        private final LocalDate day;
        private final LongStream.Builder badness = LongStream.builder();
        private @Nullable MerchantId merchant;
        private Tally tally = Tally.EMPTY;

        Measuring(CreditNorms norms, LocalDate day) {
            this.norms = norms;
            this.day = day;
        }

        void add(MerchantId of, Evidence piece) {
            if (!of.equals(merchant)) {
                measure();
                merchant = of;
                tally = Tally.EMPTY;
            }
            tally = tally.with(piece, norms);
        }

        long[] finished() {
            measure();
            return badness.build().sorted().toArray();
        }

        private void measure() {
            CreditScore score = CreditScore.of(tally, norms, day);
            if (!score.isThin()) {
                badness.add(score.badness());
            }
        }
    }

    /** Which rate a piece of evidence is an occasion of. */
    private record Counting(PlatformSurvey survey) implements Evidence.Cases<Boolean> {
        @Override
        public Boolean orderOutcome(Evidence.OrderOutcome it) {
            survey.add(it);
            return true;
        }

        @Override
        public Boolean handOver(Evidence.HandOver it) {
            return counted(Indicator.HAND_OVER_LATE, it);
        }

        @Override
        public Boolean trackingChecked(Evidence.TrackingChecked it) {
            return counted(Indicator.TRACKING_INVALID, it);
        }

        @Override
        public Boolean answered(Evidence.Answered it) {
            return counted(Indicator.RESPONSE_LATE, it);
        }

        @Override
        public Boolean lotJudged(Evidence.LotJudged it) {
            return counted(Indicator.INSPECTION_NOT_ACCEPTED, it);
        }

        @Override
        public Boolean policyPoints(Evidence.PolicyPoints it) {
            return false;
        }

        @Override
        public Boolean integrityBreach(Evidence.IntegrityBreach it) {
            return false;
        }

        private boolean counted(Indicator indicator, Evidence it) {
            survey.add(indicator, it.isAgainstMerchant());
            return true;
        }
    }
}
