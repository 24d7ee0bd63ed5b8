package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.CreditFixtures.TODAY;
import static io.ordercore.domain.testkit.CreditFixtures.history;
import static io.ordercore.domain.testkit.CreditFixtures.norms;
import static io.ordercore.domain.testkit.CreditFixtures.order;
import static io.ordercore.domain.testkit.CreditFixtures.orders;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.credit.Evidence.End;
import io.ordercore.domain.credit.Evidence.OrderOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MerchantCreditTest {
    private static final LocalDate START = TODAY.minusYears(2);
    private static final List<CreditNorms> NORMS = List.of(norms(TODAY.minusMonths(14)), norms(TODAY.minusMonths(3)));

    private static SortedSet<LocalDate> monthly(int months) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (int month = months; month >= 0; month--) {
            days.add(TODAY.minusMonths(month));
        }
        return days;
    }

    private static MerchantCredit replayed(List<Evidence> evidence) {
        return MerchantCredit.replayed(START, evidence, NORMS, monthly(12));
    }

    @Test
    void a_shuffled_arrival_gives_the_same_credit_to_the_last_bit() {
        for (long merchant = 0; merchant < 200; merchant++) {
            List<Evidence> arrived = history(merchant, 400, TODAY);
            MerchantCredit expected = replayed(arrived);
            Collections.shuffle(arrived, new Random(merchant));
            assertThat(replayed(arrived)).isEqualTo(expected);
        }
    }

    @Test
    void one_by_one_as_it_happens_equals_the_replay() {
        List<Evidence> arrived = history(42, 400, TODAY);
        arrived.sort(MerchantCredit.ORDER_OF_KNOWING);
        MerchantCredit live = MerchantCredit.newcomer(START);
        CreditNorms norms = NORMS.get(0);
        List<Evidence> known = new ArrayList<>();
        List<LocalDate> evaluations = new ArrayList<>(monthly(12));
        LocalDate change = NORMS.get(1).reference();
        for (LocalDate day = TODAY.minusMonths(14); !day.isAfter(TODAY); day = day.plusDays(1)) {
            if (day.equals(change)) {
                norms = NORMS.get(1);
                live = live.under(norms, known);
            }
            if (evaluations.contains(day)) {
                live = live.evaluated(norms, day);
            }
            for (Evidence evidence : arrived) {
                if (evidence.knownOn().equals(day)) {
                    assertThat(live.isFollowedBy(evidence)).isTrue();
                    live = live.with(evidence, norms);
                    known.add(evidence);
                }
            }
        }
        assertThat(known).hasSize(400);
        assertThat(live).isEqualTo(replayed(arrived));
    }

    @Test
    void an_event_given_to_another_owner_is_as_if_it_had_never_counted() {
        List<Evidence> before =
                new ArrayList<>(orders("good", TODAY.minusMonths(2).minusDays(5), 300, 3));
        before.addAll(orders("also", TODAY.minusMonths(1).minusDays(5), 100, 1));
        List<Evidence> bad = orders("bad", TODAY.minusDays(5), 120, 120);
        List<Evidence> all = new ArrayList<>(before);
        all.addAll(bad);
        List<Evidence> appealed = new ArrayList<>(before);
        bad.forEach(order -> appealed.add(((OrderOutcome) order).ownedBy(Owner.CARRIER)));
        List<Evidence> neverBad = new ArrayList<>(before);
        bad.forEach(order -> {
            OrderOutcome outcome = (OrderOutcome) order;
            neverBad.add(new OrderOutcome(
                    outcome.id(),
                    outcome.day(),
                    outcome.knownOn(),
                    outcome.category(),
                    outcome.lane(),
                    Evidence.End.GOOD,
                    Owner.UNKNOWN));
        });
        assertThat(replayed(all)).isNotEqualTo(replayed(neverBad));
        assertThat(replayed(appealed)).isEqualTo(replayed(neverBad));
        Tally tally = Tally.of(all, NORMS.get(1));
        for (Evidence order : bad) {
            tally = tally.without(order, NORMS.get(1))
                    .with(((OrderOutcome) order).ownedBy(Owner.CARRIER), NORMS.get(1));
        }
        assertThat(tally).isEqualTo(Tally.of(neverBad, NORMS.get(1)));
    }

    @Test
    void bad_deliveries_cost_two_tiers() {
        List<Evidence> evidence = new ArrayList<>(orders("good", TODAY.minusMonths(3), 900, 0));
        MerchantCredit before = replayed(evidence);
        assertThat(before.standing().tier()).isEqualTo(CreditTier.S);
        evidence.addAll(orders("bad", TODAY.minusDays(1), 300, 200));
        MerchantCredit after = replayed(evidence);
        assertThat(after.standing().tier()).isIn(CreditTier.C, CreditTier.D);
    }

    @Test
    void a_clean_run_is_counted_ended_by_a_fault_and_started_anew_with_a_tier() {
        CreditNorms norms = NORMS.get(0);
        MerchantCredit credit = MerchantCredit.newcomer(START);
        for (Evidence order : orders("good", TODAY.minusMonths(13), 2_000, 0)) {
            credit = credit.with(order, norms);
        }
        assertThat(credit.cleanRun()).isEqualTo(2_000);
        assertThat(credit.evaluated(norms, TODAY.minusMonths(12)).standing().tier())
                .isEqualTo(CreditTier.B);
        assertThat(credit.evaluated(norms, TODAY.minusMonths(12)).cleanRun()).isZero();
        MerchantCredit again = credit.evaluated(norms, TODAY.minusMonths(12))
                .with(order("a", TODAY.minusMonths(12), End.GOOD, Owner.MERCHANT), norms);
        MerchantCredit still = new MerchantCredit(
                        again.tally(),
                        again.drift(),
                        again.cleanRun(),
                        new Standing(CreditTier.S, START, null, START),
                        again.upTo())
                .evaluated(norms, TODAY.minusMonths(12));
        assertThat(still.cleanRun()).as("the tier stayed").isEqualTo(1);
        assertThat(again.with(order("b", TODAY.minusMonths(12), End.DEFECT, Owner.MERCHANT), norms)
                        .cleanRun())
                .isZero();
    }

    @Test
    void evidence_of_an_earlier_day_needs_a_replay() {
        MerchantCredit credit = MerchantCredit.newcomer(TODAY).with(answered(TODAY.plusDays(5)), NORMS.get(1));

        assertThat(credit.upTo()).isEqualTo(TODAY.plusDays(5));
        assertThat(credit.isFollowedBy(answered(TODAY.plusDays(5)))).isTrue();
        assertThat(credit.isFollowedBy(answered(TODAY.plusDays(4)))).isFalse();
        assertThat(credit.with(answered(TODAY), NORMS.get(1)).upTo()).isEqualTo(TODAY.plusDays(5));
    }

    private static Evidence answered(LocalDate day) {
        return new Evidence.Answered("a" + day, day, true);
    }

    /** 62 orders of full weight are 87 a year, above the 85 that still go with the lowest level. */
    @Test
    void a_larger_merchant_is_suspected_later() {
        CreditNorms norms = norms(TODAY);
        MerchantCredit credit = MerchantCredit.newcomer(TODAY);
        for (int i = 0; i < 60; i++) {
            credit = credit.with(order("good" + i, TODAY, End.GOOD, Owner.MERCHANT), norms);
        }
        for (int i = 0; i < 3; i++) {
            credit = credit.with(order("bad" + i, TODAY, End.DEFECT, Owner.MERCHANT), norms);
        }
        assertThat(credit.drift().alarms()).as("2.55 of 3").isZero();
        assertThat(credit.with(order("bad", TODAY, End.DEFECT, Owner.MERCHANT), norms)
                        .drift()
                        .alarms())
                .isEqualTo(1);

        MerchantCredit small = MerchantCredit.newcomer(TODAY);
        for (int i = 0; i < 3; i++) {
            small = small.with(order("bad" + i, TODAY, End.DEFECT, Owner.MERCHANT), norms);
        }
        assertThat(small.drift().alarms()).as("2.55 of 2").isEqualTo(1);
    }

    @Test
    void a_replay_uses_the_norms_of_each_day_and_what_came_after_the_last_evaluation() {
        List<Evidence> early = orders("early", TODAY.minusMonths(6), 50, 5);
        List<Evidence> all = new ArrayList<>(early);
        all.addAll(orders("late", TODAY, 50, 5));

        assertThat(MerchantCredit.replayed(START, all, NORMS, new TreeSet<>()).tally())
                .isEqualTo(Tally.of(all, NORMS.get(1)));
        assertThat(MerchantCredit.replayed(START, early, NORMS, new TreeSet<>()).tally())
                .isEqualTo(Tally.of(early, NORMS.get(0)));
        SortedSet<LocalDate> afterTheChange = new TreeSet<>(List.of(TODAY.minusMonths(2)));
        assertThat(MerchantCredit.replayed(START, early, NORMS, afterTheChange).tally())
                .isEqualTo(Tally.of(early, NORMS.get(1)));
    }
}
