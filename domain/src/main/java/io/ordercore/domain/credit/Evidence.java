package io.ordercore.domain.credit;

import java.time.LocalDate;

/**
 * Something that happened and says something about a merchant. Each piece is known by its {@code id}, counts once, and weighs
 * by the age of its {@code day}.
 */
public sealed interface Evidence {
    /** Unique among the merchant's evidence: the order, conversation, lot or decision it comes from. */
    String id();

    /** The day it is about. Its weight halves every 180 days. */
    LocalDate day();

    /** The first day on which it may count. */
    default LocalDate knownOn() {
        return day();
    }

    void addTo(Tally.Change change);

    <R> R decide(Cases<R> cases);

    /** What it is about, as the code a merchant reads. */
    default ReasonCode code() {
        return decide(EvidenceCodes.CODES);
    }

    /** Whether it speaks against the merchant. */
    default boolean isAgainstMerchant() {
        return decide(EvidenceCodes.AGAINST);
    }

    /** One method per kind. */
    interface Cases<R> {
        R orderOutcome(OrderOutcome it);

        R handOver(HandOver it);

        R trackingChecked(TrackingChecked it);

        R answered(Answered it);

        R lotJudged(LotJudged it);

        R policyPoints(PolicyPoints it);

        R integrityBreach(IntegrityBreach it);
    }

    /** How an order ended. A bad end belongs to an owner. */
    enum End {
        GOOD,
        DEFECT,
        CANCELLED
    }

    /**
     * An order whose outcome is closed, or which is 30 days old.
     *
     * @param day of the purchase
     * @param knownOn the day the outcome was closed, or 30 days after the purchase
     * @param owner whose fault a bad end is; anybody for a good one
     */
    record OrderOutcome(String id, LocalDate day, LocalDate knownOn, String category, Lane lane, End end, Owner owner)
            implements Evidence {
        public OrderOutcome {
            if (knownOn.isBefore(day)) {
                throw new IllegalArgumentException("an outcome is not known before the purchase");
            }
        }

        /** Bad through the merchant's fault. */
        public boolean countsAgainstMerchant() {
            return end != End.GOOD && owner == Owner.MERCHANT;
        }

        public OrderOutcome ownedBy(Owner other) {
            return new OrderOutcome(id, day, knownOn, category, lane, end, other);
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.orderOutcome(this);
        }

        @Override
        public void addTo(Tally.Change change) {
            change.order(this);
        }
    }

    /** A parcel handed to the carrier, or not handed over when the limit passed. */
    record HandOver(String id, LocalDate day, boolean late) implements Evidence {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.handOver(this);
        }

        @Override
        public void addTo(Tally.Change change) {
            change.occasion(Indicator.HAND_OVER_LATE, day, late);
        }
    }

    /** Whether a parcel's tracking number led to a first scan by its carrier. */
    record TrackingChecked(String id, LocalDate day, boolean valid) implements Evidence {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.trackingChecked(this);
        }

        @Override
        public void addTo(Tally.Change change) {
            change.occasion(Indicator.TRACKING_INVALID, day, !valid);
        }
    }

    /** Whether the merchant answered, or decided what it was asked, within 24 hours. */
    record Answered(String id, LocalDate day, boolean inTime) implements Evidence {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.answered(this);
        }

        @Override
        public void addTo(Tally.Change change) {
            change.occasion(Indicator.RESPONSE_LATE, day, !inTime);
        }
    }

    /** An original lot judged by an agency. */
    record LotJudged(String id, LocalDate day, boolean accepted) implements Evidence {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.lotJudged(this);
        }

        @Override
        public void addTo(Tally.Change change) {
            change.occasion(Indicator.INSPECTION_NOT_ACCEPTED, day, !accepted);
        }
    }

    /** Points for a breach of the rules, 1 to 15: in full this quarter, a quarter less in each of the next three, then gone. */
    record PolicyPoints(String id, LocalDate day, int points) implements Evidence {
        public PolicyPoints {
            if (points < 1 || points > 15) {
                throw new IllegalArgumentException("1 to 15 points");
            }
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.policyPoints(this);
        }

        @Override
        public void addTo(Tally.Change change) {
            change.points(day, points);
        }
    }

    /** Deceit proven by a person: brushing, forged tracking, counterfeit goods. */
    record IntegrityBreach(String id, LocalDate day) implements Evidence {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.integrityBreach(this);
        }

        @Override
        public void addTo(Tally.Change change) {
            change.breach(day);
        }
    }
}
