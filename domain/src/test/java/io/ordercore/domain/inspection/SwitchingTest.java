package io.ordercore.domain.inspection;

import static io.ordercore.domain.inspection.InspectionState.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.inspection.SwitchingEvent.CorrectionApproved;
import io.ordercore.domain.inspection.SwitchingEvent.LotJudged;
import io.ordercore.domain.inspection.SwitchingEvent.ProductionIrregular;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each lot is a letter: {@code a} accepted, {@code r} not accepted, {@code b} accepted though not one step tighter, {@code g} in
 * the gap, {@code u} accepted while reduced inspection is not approved, {@code x} not accepted but submitted again; {@code i}
 * is irregular production, {@code c} an approved correction. The trace has the state after each: N, T, R or D.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SwitchingTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final SamplingPlan AC_1 = new SamplingPlan(50, 1, 2, false);
    private static final SamplingPlan AC_3 = new SamplingPlan(50, 3, 4, false);
    private static final SamplingPlan WITH_GAP = new SamplingPlan(20, 1, 4, false);

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "SWITCHING_SCORE, NORMAL, rr,                  NT",
        "SWITCHING_SCORE, NORMAL, raaar,               NNNNT",
        "SWITCHING_SCORE, NORMAL, raaaar,              NNNNNN",
        "SWITCHING_SCORE, NORMAL, raaxxr,              NNNNNT",
        "SWITCHING_SCORE, NORMAL, rxxaaaar,            NNNNNNNN",
        "SWITCHING_SCORE, TIGHTENED, aaaaa,            TTTTN",
        "SWITCHING_SCORE, TIGHTENED, aaaaxa,           TTTTTN",
        "SWITCHING_SCORE, TIGHTENED, aaaaraaaaa,       TTTTTTTTTN",
        "SWITCHING_SCORE, TIGHTENED, rararaarar,       TTTTTTTTTD",
        "SWITCHING_SCORE, TIGHTENED, rrrrraaaaaaca,    TTTTDDDDDDDTT",
        "SWITCHING_SCORE, TIGHTENED, rrrrrcrrrrr,      TTTTDTTTTTD",
        "SWITCHING_SCORE, TIGHTENED, rrrraaaaarr,      TTTTTTTTNNT",
        "SWITCHING_SCORE, TIGHTENED, caaaaa,           TTTTTN",
        "SWITCHING_SCORE, NORMAL, aaaaaaaaaaaaaaa,     NNNNNNNNNNNNNNR",
        "SWITCHING_SCORE, NORMAL, aaaraaaaaaaaaaaaaaa, NNNNNNNNNNNNNNNNNNR",
        "SWITCHING_SCORE, NORMAL, uuuuuuuuuuuuuuua,    NNNNNNNNNNNNNNNR",
        "SWITCHING_SCORE, REDUCED, aar,                RRN",
        "SWITCHING_SCORE, REDUCED, aaraaaaar,          RRNNNNNNN",
        "SWITCHING_SCORE, REDUCED, ai,                 RN",
        "SWITCHING_SCORE, NORMAL, ai,                  NN",
        "TEN_LOTS, NORMAL, aaaaaaaaaa,                 NNNNNNNNNR",
        "TEN_LOTS, NORMAL, aaaaaraaaaaaaaaa,           NNNNNNNNNNNNNNNR",
        "TEN_LOTS, NORMAL, uuuuuuuuuua,                NNNNNNNNNNR",
        "TEN_LOTS, REDUCED, aga,                       RNN",
        "TEN_LOTS, REDUCED, ar,                        RN",
        "TEN_LOTS, REDUCED, axa,                       RRR",
        "TEN_LOTS, NORMAL, rr,                         NT",
        "TEN_LOTS, TIGHTENED, aaaaa,                   TTTTN"
    })
    void states_follow_the_lots(SwitchingRule rule, InspectionState start, String lots, String trace) {
        Switching agreement = new Switching(rule, null);
        SwitchingState state = SwitchingState.fresh(start);
        StringBuilder states = new StringBuilder();
        for (SwitchingEvent event : events(lots, AC_1)) {
            state = agreement.after(state, event);
            states.append(state.state().name().charAt(0));
        }
        assertThat(states.toString()).isEqualTo(trace);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "aaaaaaaaaa,  NNNNNNNNNR",
        "aaaaabaaaaaaaaaa, NNNNNNNNNNNNNNNR",
    })
    void from_ac_2_on_the_score_asks_for_a_pass_one_step_tighter(String lots, String trace) {
        SwitchingState state = SwitchingState.fresh(NORMAL);
        StringBuilder states = new StringBuilder();
        for (SwitchingEvent event : events(lots, AC_3)) {
            state = Switching.BY_SCORE.after(state, event);
            states.append(state.state().name().charAt(0));
        }
        assertThat(states.toString()).isEqualTo(trace);
    }

    @Test
    void a_pass_only_at_the_agreed_limit_sets_the_score_to_zero() {
        SwitchingState state = SwitchingState.fresh(NORMAL);
        for (SwitchingEvent event : events("aaab", AC_3)) {
            state = Switching.BY_SCORE.after(state, event);
        }
        assertThat(state.score()).isZero();
    }

    @Test
    void one_step_tighter_is_read_from_the_row_in_use() {
        SamplingPlan plan = SamplingPlan.of(CodeLetter.K, Severity.NORMAL, Aql.of("15"));
        assertThat(plan).isEqualTo(new SamplingPlan(80, 21, 22, false));
        assertThat(judged(plan, "15", 14).acceptedOneStepTighter()).isTrue();
        assertThat(judged(plan, "15", 15).acceptedOneStepTighter()).isFalse();
    }

    private static LotJudged judged(SamplingPlan plan, String aql, int defective) {
        return LotJudged.of("lot", START, true, CodeLetter.K, Aql.of(aql), plan, defective, true);
    }

    @Test
    void a_limit_number_bounds_the_defectives_of_ten_lots() {
        List<SwitchingEvent> tenDefectives = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tenDefectives.add(new LotJudged("lot-" + i, after(i), true, AC_1, 1, true, true));
        }
        assertThat(new Switching(SwitchingRule.TEN_LOTS, 9)
                        .fold(SwitchingState.fresh(NORMAL), tenDefectives)
                        .state())
                .isEqualTo(NORMAL);
        assertThat(new Switching(SwitchingRule.TEN_LOTS, 10)
                        .fold(SwitchingState.fresh(NORMAL), tenDefectives)
                        .state())
                .isEqualTo(InspectionState.REDUCED);
    }

    @Test
    void any_order_of_arrival_leads_to_the_same_state() {
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            StringBuilder lots = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                lots.append("aaaaaaarbxuic".charAt(random.nextInt(13)));
            }
            List<SwitchingEvent> arrived = new ArrayList<>(events(lots.toString(), AC_3));
            SwitchingState expected = Switching.BY_SCORE.fold(Switching.start(true), arrived);
            Collections.shuffle(arrived, random);
            assertThat(Switching.BY_SCORE.fold(Switching.start(true), arrived)).isEqualTo(expected);
        }
    }

    private static List<SwitchingEvent> events(String lots, SamplingPlan plan) {
        List<SwitchingEvent> events = new ArrayList<>();
        for (int i = 0; i < lots.length(); i++) {
            events.add(event(lots.charAt(i), i, plan));
        }
        return events;
    }

    private static SwitchingEvent event(char letter, int i, SamplingPlan plan) {
        String id = "lot-%03d".formatted(i);
        return switch (letter) {
            case 'a' -> new LotJudged(id, after(i), true, plan, 0, true, true);
            case 'b' -> new LotJudged(id, after(i), true, plan, plan.acceptance(), false, true);
            case 'u' -> new LotJudged(id, after(i), true, plan, 0, true, false);
            case 'r' -> new LotJudged(id, after(i), true, plan, plan.rejection(), false, true);
            case 'x' -> new LotJudged(id, after(i), false, plan, plan.rejection(), false, true);
            case 'g' -> new LotJudged(id, after(i), true, WITH_GAP, 2, false, true);
            case 'i' -> new ProductionIrregular(id, after(i));
            case 'c' -> new CorrectionApproved(id, after(i));
            default -> throw new IllegalArgumentException("no such lot: " + letter);
        };
    }

    private static Instant after(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
