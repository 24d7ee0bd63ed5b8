package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.CreditFixtures.TODAY;
import static io.ordercore.domain.testkit.CreditFixtures.history;
import static io.ordercore.domain.testkit.CreditFixtures.norms;
import static io.ordercore.domain.testkit.CreditFixtures.orders;
import static org.assertj.core.api.Assertions.assertThat;

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
}
