package io.ordercore.domain.testkit;

import io.ordercore.domain.credit.CreditNorms;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.Evidence.End;
import io.ordercore.domain.credit.Indicator;
import io.ordercore.domain.credit.Lane;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.credit.PlatformSurvey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Merchants with a history, and a platform to compare them with. */
public final class CreditFixtures {
    public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    public static final Lane LANE = new Lane("east", "west");

    private static final String[] CATEGORIES = {"kitchen", "toys", "phones"};
    private static final String[] REGIONS = {"east", "west", "north"};

    private CreditFixtures() {}

    /** A platform where one order in ten ends badly and one parcel in ten leaves late. */
    public static CreditNorms norms(LocalDate reference) {
        PlatformSurvey survey = PlatformSurvey.begun();
        for (int i = 0; i < 10_000; i++) {
            survey.add(order("p" + i, reference.minusDays(40), i % 10 == 0 ? End.DEFECT : End.GOOD, Owner.MERCHANT));
            survey.add(Indicator.HAND_OVER_LATE, i % 10 == 1);
            survey.add(Indicator.TRACKING_INVALID, i % 50 == 1);
            survey.add(Indicator.RESPONSE_LATE, i % 20 == 1);
            survey.add(Indicator.INSPECTION_NOT_ACCEPTED, i % 20 == 1);
        }
        return survey.norms(reference).spread(65_000_000, 500_000_000);
    }

    /** An order bought on a day, mature 30 days later. */
    public static Evidence.OrderOutcome order(String id, LocalDate day, End end, Owner owner) {
        return new Evidence.OrderOutcome(id, day, day.plusDays(30), "kitchen", LANE, end, owner);
    }

    /** So many orders that matured on a day, the first of them defective through the merchant's fault. */
    public static List<Evidence> orders(String prefix, LocalDate maturedOn, int count, int defective) {
        List<Evidence> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            End end = i < defective ? End.DEFECT : End.GOOD;
            orders.add(order("%s-%05d".formatted(prefix, i), maturedOn.minusDays(30), end, Owner.MERCHANT));
        }
        return orders;
    }

    /** A merchant's history of every kind of evidence, different for every seed, over the year before a day. */
    public static List<Evidence> history(long seed, int length, LocalDate before) {
        Random random = new Random(seed);
        int badness = 2 + random.nextInt(30);
        List<Evidence> history = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            LocalDate day = before.minusDays(31L + random.nextInt(365));
            String id = seed + "-" + i;
            boolean bad = random.nextInt(100) < badness;
            history.add(
                    switch (random.nextInt(12)) {
                        case 0, 1 -> new Evidence.HandOver(id, day, bad);
                        case 2 -> new Evidence.TrackingChecked(id, day, !bad);
                        case 3 -> new Evidence.Answered(id, day, !bad);
                        case 4 -> new Evidence.LotJudged(id, day, !bad);
                        case 5 ->
                            random.nextInt(40) == 0
                                    ? new Evidence.PolicyPoints(id, day, 3)
                                    : new Evidence.HandOver(id, day, bad);
                        case 6 ->
                            random.nextInt(300) == 0
                                    ? new Evidence.IntegrityBreach(id, day)
                                    : new Evidence.Answered(id, day, !bad);
                        default -> outcome(id, day, bad, random);
                    });
        }
        return history;
    }

    private static Evidence outcome(String id, LocalDate day, boolean bad, Random random) {
        Lane lane = new Lane(REGIONS[random.nextInt(3)], REGIONS[random.nextInt(3)]);
        End end = bad ? (random.nextInt(4) == 0 ? End.CANCELLED : End.DEFECT) : End.GOOD;
        Owner owner = random.nextInt(4) == 0 ? Owner.CARRIER : Owner.MERCHANT;
        return new Evidence.OrderOutcome(
                id, day, day.plusDays(5 + random.nextInt(26)), CATEGORIES[random.nextInt(3)], lane, end, owner);
    }
}
