package io.ordercore.domain.inspection;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.Rectification.Outcome;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RectificationsTest {
    private static final Map<DefectClass, Integer> FINE = Map.of();
    private static final Map<DefectClass, Integer> BAD = Map.of(DefectClass.MAJOR, 30);
    private static final Map<DefectClass, Integer> UNSAFE = Map.of(DefectClass.CRITICAL, 1);

    private static final SwitchingScheme SCHEME = new SwitchingScheme(Switching.BY_SCORE, InspectionPolicy.STANDARD);
    private static final Actor MERCHANT = Actor.of("tea-house", Role.MERCHANT);
    private static final Actor OPERATOR = Actor.of("operator-1", Role.OPERATOR);

    private final List<Inspection> lots = new ArrayList<>();
    private final List<CorrectiveAction> actions = new ArrayList<>();
    private int seconds;

    @Test
    void a_failed_lot_opens_a_case_and_only_a_lot_submitted_again_closes_it() {
        reported(lot(true), BAD);
        reported(lot(true), FINE);
        assertThat(outcomes()).containsExactly(tuple(DefectClass.MAJOR, null));
        reported(lot(false), FINE);
        assertThat(outcomes()).containsExactly(tuple(DefectClass.MAJOR, Outcome.RECTIFIED));
    }

    @Test
    void a_correction_withdraws_a_case_unless_another_lot_failed_too() {
        int first = reported(lot(true), BAD);
        int second = reported(lot(true), BAD);
        corrected(first, FINE);
        assertThat(outcomes()).containsExactly(tuple(DefectClass.MAJOR, null));
        corrected(second, FINE);
        assertThat(outcomes()).containsExactly(tuple(DefectClass.MAJOR, Outcome.WITHDRAWN));
        corrected(second, BAD);
        assertThat(outcomes())
                .containsExactly(tuple(DefectClass.MAJOR, Outcome.WITHDRAWN), tuple(DefectClass.MAJOR, null));
    }

    @Test
    void a_graver_defect_takes_the_place_of_the_case() {
        int lot = reported(lot(true), BAD);
        corrected(lot, UNSAFE);
        assertThat(outcomes())
                .containsExactly(tuple(DefectClass.MAJOR, Outcome.SUPERSEDED), tuple(DefectClass.CRITICAL, null));
    }

    @Test
    void a_resubmission_that_was_not_accepted_after_all_opens_a_case_again() {
        reported(lot(true), BAD);
        int again = reported(lot(false), FINE);
        corrected(again, BAD);
        assertThat(outcomes())
                .containsExactly(tuple(DefectClass.MAJOR, Outcome.RECTIFIED), tuple(DefectClass.MAJOR, null));
        assertThat(cases().get(1).id())
                .isEqualTo(new RectificationId(lots.get(again).id(), 2));
    }

    @Test
    void a_correction_of_what_was_made_good_long_ago_suspends_nothing() {
        int early = reported(lot(true), FINE);
        reported(lot(true), BAD);
        reported(lot(false), FINE);
        corrected(early, BAD);
        assertThat(cases()).hasSize(1).noneMatch(Rectification::isOpen);
    }

    @Test
    void the_order_in_which_lots_are_handed_over_does_not_matter() {
        long seed = 20_261_126;
        Random random = new Random(seed);
        for (int n = 0; n < 40; n++) {
            int lot = lot(random.nextBoolean());
            reported(lot, random.nextBoolean() ? BAD : FINE);
            corrected(random.nextInt(lots.size()), random.nextInt(3) == 0 ? UNSAFE : FINE);
        }
        List<Rectification> before = cases();
        Collections.shuffle(lots, random);
        assertThat(cases()).as("seed %d", seed).isEqualTo(before);
        assertThat(before).hasSizeGreaterThan(5);
    }

    @Test
    void a_discontinued_product_needs_an_approved_correction_besides_an_accepted_lot() {
        List<Integer> five = IntStream.range(0, 5).mapToObj(n -> lot(true)).toList();
        five.forEach(lot -> reported(lot, BAD));
        reported(lot(false), FINE);
        assertThat(outcomes()).containsExactly(tuple(DefectClass.MAJOR, null));
        assertThat(state()).isEqualTo(InspectionState.DISCONTINUED);
        approved();
        assertThat(outcomes()).containsExactly(tuple(DefectClass.MAJOR, Outcome.RECTIFIED));
        assertThat(state()).isEqualTo(InspectionState.TIGHTENED);
    }

    @Test
    void an_approved_correction_does_not_stand_for_the_accepted_lot() {
        List<Integer> five = IntStream.range(0, 5).mapToObj(n -> lot(true)).toList();
        five.forEach(lot -> reported(lot, BAD));
        approved();
        assertThat(state()).isEqualTo(InspectionState.TIGHTENED);
        assertThat(outcomes()).containsExactly(tuple(DefectClass.MAJOR, null));
        reported(lot(false), FINE);
        assertThat(outcomes()).containsExactly(tuple(DefectClass.MAJOR, Outcome.RECTIFIED));
    }

    @Test
    void a_product_found_discontinued_by_a_correction_is_held_though_its_lots_were_made_good() {
        List<Integer> five = IntStream.range(0, 5).mapToObj(n -> lot(true)).toList();
        five.subList(0, 4).forEach(lot -> reported(lot, BAD));
        reported(five.get(4), FINE);
        reported(lot(false), FINE);
        assertThat(cases()).noneMatch(Rectification::isOpen);
        corrected(five.get(4), BAD);
        assertThat(state()).isEqualTo(InspectionState.DISCONTINUED);
        assertThat(outcomes())
                .containsExactly(tuple(DefectClass.MAJOR, Outcome.RECTIFIED), tuple(DefectClass.MAJOR, null));
        approved();
        assertThat(cases()).noneMatch(Rectification::isOpen);
    }

    @Test
    void results_that_were_wrong_discontinued_nothing() {
        List<Integer> five = IntStream.range(0, 5).mapToObj(n -> lot(true)).toList();
        five.forEach(lot -> reported(lot, BAD));
        five.forEach(lot -> corrected(lot, FINE));
        assertThat(outcomes()).containsExactly(tuple(DefectClass.MAJOR, Outcome.WITHDRAWN));
        assertThat(state()).isEqualTo(InspectionState.NORMAL);
    }

    @Test
    void whoever_recorded_an_action_cannot_decide_it_and_nobody_decides_twice() {
        CorrectiveAction action = recorded();
        assertThat(action.refusal(MERCHANT)).isEqualTo(CorrectiveAction.Refusal.RECORDED_BY_THE_SAME_PERSON);
        assertThat(action.refusal(OPERATOR)).isNull();
        CorrectiveAction rejected = action.decided(false, OPERATOR, TUESDAY_MORNING);
        assertThat(rejected.approvedAt()).isNull();
        assertThat(rejected.version()).isEqualTo(2);
        assertThat(rejected.refusal(OPERATOR)).isEqualTo(CorrectiveAction.Refusal.DECIDED_BEFORE);
        assertThatThrownBy(() -> action.decided(true, MERCHANT, TUESDAY_MORNING))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        CorrectiveAction.recorded(new Sku("kettle"), TEA_HOUSE, 1, " ", MERCHANT, TUESDAY_MORNING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Rectification> cases() {
        return Rectifications.of(lots, actions, SCHEME);
    }

    private InspectionState state() {
        return Objects.requireNonNull(SCHEME.states(lots, actions).get(DefectClass.MAJOR));
    }

    private CorrectiveAction recorded() {
        return CorrectiveAction.recorded(
                new Sku("kettle"), TEA_HOUSE, actions.size() + 1, "another supplier", MERCHANT, TUESDAY_MORNING);
    }

    private void approved() {
        seconds++;
        actions.add(recorded().decided(true, OPERATOR, TUESDAY_MORNING.plusSeconds(seconds)));
    }

    private List<org.assertj.core.groups.Tuple> outcomes() {
        return cases().stream().map(it -> tuple(it.severity(), it.outcome())).toList();
    }

    /** Ordered now; answers its place. */
    private int lot(boolean original) {
        seconds++;
        lots.add(Inspection.ordered(
                new InspectionId(new UUID(7, lots.size())),
                new Lot(TEA_HOUSE, new Sku("kettle"), "kitchen", 1000, original),
                "lab",
                new FairDraw("5f".repeat(32), "lot"),
                Map.of(),
                InspectionPolicy.STANDARD,
                false,
                TUESDAY_MORNING));
        return lots.size() - 1;
    }

    private int reported(int lot, Map<DefectClass, Integer> found) {
        seconds++;
        lots.set(lot, taken(lots.get(lot).reported("lab", report(found), true, TUESDAY_MORNING.plusSeconds(seconds))));
        return lot;
    }

    private void corrected(int lot, Map<DefectClass, Integer> found) {
        seconds++;
        Inspection was = lots.get(lot);
        int last = was.entries().size();
        lots.set(
                lot,
                taken(was.corrected("lab", last, report(found), "why", true, TUESDAY_MORNING.plusSeconds(seconds))));
    }

    private static InspectionReport report(Map<DefectClass, Integer> found) {
        return new InspectionReport(found, TUESDAY_MORNING, "signature");
    }

    private static Inspection taken(ReportDecision decision) {
        return decision.decide(new ReportDecision.Cases<>() {
            @Override
            public Inspection taken(ReportDecision.Taken it) {
                return it.inspection();
            }

            @Override
            public Inspection refused(ReportDecision.Refused it) {
                throw new AssertionError("refused: " + it.reasons());
            }
        });
    }
}
