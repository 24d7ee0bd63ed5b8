package io.ordercore.domain.credit;

/** What every kind of evidence is about, and when it speaks against the merchant. */
final class EvidenceCodes {
    static final Evidence.Cases<ReasonCode> CODES = new Codes();
    static final Evidence.Cases<Boolean> AGAINST = new Against();

    private EvidenceCodes() {}

    private static final class Codes implements Evidence.Cases<ReasonCode> {
        @Override
        public ReasonCode orderOutcome(Evidence.OrderOutcome it) {
            return it.end() == Evidence.End.CANCELLED ? ReasonCode.M02_CANCELLATION : ReasonCode.M01_DEFECT;
        }

        @Override
        public ReasonCode handOver(Evidence.HandOver it) {
            return ReasonCode.M03_HAND_OVER_LATE;
        }

        @Override
        public ReasonCode trackingChecked(Evidence.TrackingChecked it) {
            return ReasonCode.M04_TRACKING;
        }

        @Override
        public ReasonCode answered(Evidence.Answered it) {
            return ReasonCode.M05_RESPONSE;
        }

        @Override
        public ReasonCode lotJudged(Evidence.LotJudged it) {
            return ReasonCode.M06_INSPECTION;
        }

        @Override
        public ReasonCode policyPoints(Evidence.PolicyPoints it) {
            return ReasonCode.M07_POLICY_POINTS;
        }

        @Override
        public ReasonCode integrityBreach(Evidence.IntegrityBreach it) {
            return ReasonCode.M09_INTEGRITY;
        }
    }

    private static final class Against implements Evidence.Cases<Boolean> {
        @Override
        public Boolean orderOutcome(Evidence.OrderOutcome it) {
            return it.countsAgainstMerchant();
        }

        @Override
        public Boolean handOver(Evidence.HandOver it) {
            return it.late();
        }

        @Override
        public Boolean trackingChecked(Evidence.TrackingChecked it) {
            return !it.valid();
        }

        @Override
        public Boolean answered(Evidence.Answered it) {
            return !it.inTime();
        }

        @Override
        public Boolean lotJudged(Evidence.LotJudged it) {
            return !it.accepted();
        }

        @Override
        public Boolean policyPoints(Evidence.PolicyPoints it) {
            return true;
        }

        @Override
        public Boolean integrityBreach(Evidence.IntegrityBreach it) {
            return true;
        }
    }
}
