package io.ordercore.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SamplingPlanTest {
    private static final List<CodeLetter> LETTERS = List.of(CodeLetter.values());
    private static final int[] SIZES = {2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150};
    private static final int[] REDUCED_SIZES = {2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800};

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everyCell")
    void every_plan_follows_from_the_diagonals_of_its_table(
            Severity severity, CodeLetter letter, Aql aql, SamplingPlan expected) {
        assertThat(SamplingPlan.of(letter, severity, aql)).isEqualTo(expected);
    }

    static Stream<Arguments> everyCell() {
        return Stream.of(Severity.values())
                .flatMap(severity -> Stream.of(CodeLetter.values())
                        .flatMap(letter -> Aql.preferred().stream()
                                .map(aql -> Arguments.of(
                                        severity,
                                        letter,
                                        aql,
                                        resolved(
                                                severity,
                                                LETTERS.indexOf(letter),
                                                Aql.preferred().indexOf(aql))))));
    }

    /**
     * The printed tables are built of diagonals: one step down in the letters and one to the left in the AQLs keeps the
     * acceptance number. This is the law written down again, with the edges of the tables, to check the figures against.
     */
    private static SamplingPlan resolved(Severity severity, int row, int column) {
        int at = row;
        String cell = printed(severity, at, column);
        while (cell.equals("v") || cell.equals("^")) {
            at += cell.equals("v") ? 1 : -1;
            cell = printed(severity, at, column);
        }
        String[] limits = cell.split("/", -1);
        int size = severity == Severity.REDUCED ? REDUCED_SIZES[at] : SIZES[at];
        return new SamplingPlan(size, Integer.parseInt(limits[0]), Integer.parseInt(limits[1]), false);
    }

    private static String printed(Severity severity, int row, int column) {
        int diagonal = row + column;
        boolean small = row < LETTERS.indexOf(CodeLetter.F);
        return switch (severity) {
            case NORMAL -> normal(row, diagonal, small);
            case TIGHTENED -> tightened(row, column, diagonal, small);
            case REDUCED -> reduced(row, column, diagonal, small);
        };
    }

    private static String normal(int row, int diagonal, boolean small) {
        int[] acceptance = {1, 2, 3, 5, 7, 10, 14, 21, 30, 44};
        if (diagonal < 14 || (diagonal == 16 && row < 15) || (diagonal == 15 && row == 0)) {
            return "v";
        }
        if (diagonal == 14) {
            return "0/1";
        }
        int step = diagonal - 17;
        return step < 0 || step >= (small ? 10 : 8) ? "^" : acceptance[step] + "/" + (acceptance[step] + 1);
    }

    private static String tightened(int row, int column, int diagonal, boolean small) {
        int[] acceptance = {1, 2, 3, 5, 8, 12, 18, 27, 41};
        if (row == SIZES.length - 1) {
            return "1/2";
        }
        if (diagonal == 15 && row > 0) {
            return "0/1";
        }
        if (row == LETTERS.indexOf(CodeLetter.R) && column == 1) {
            return "^";
        }
        if (diagonal < 18) {
            return "v";
        }
        int step = diagonal - 18;
        return step >= (small ? 9 : 7) ? "^" : acceptance[step] + "/" + (acceptance[step] + 1);
    }

    private static String reduced(int row, int column, int diagonal, boolean small) {
        String[] limits = {"0/2", "1/3", "1/4", "2/5", "3/6", "5/8", "7/10", "10/13", "14/17", "21/24"};
        if (row < LETTERS.indexOf(CodeLetter.C) && column >= 12) {
            String edge = row == 0
                    ? "0/1 0/1 0/1 0/2 0/2 1/2 2/3 3/4 5/6 7/8 10/11 14/15 21/22 30/31"
                    : "0/1 0/1 0/1 0/2 0/2 1/3 2/4 3/5 5/6 7/8 10/11 14/15 21/22 30/31";
            return edge.split(" ", -1)[column - 12];
        }
        if (row == LETTERS.indexOf(CodeLetter.C) && column == 25) {
            return "30/31";
        }
        if (diagonal < 14 || (diagonal == 16 && row < 15)) {
            return "v";
        }
        if (diagonal == 14) {
            return "0/1";
        }
        int step = diagonal - 17;
        return step < 0 || step >= (small ? 10 : 8) ? "^" : limits[step];
    }

    @TestFactory
    List<DynamicTest> all_1248_plans_agree_with_the_published_tables() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            String file = "data/aql/z14_mil105e_single_" + severity.name().toLowerCase(Locale.ROOT) + ".csv";
            List<String> rows = Files.readAllLines(SharedData.require(file));
            for (String row : rows.subList(1, rows.size())) {
                String[] cells = row.split(",", -1);
                tests.add(DynamicTest.dynamicTest(
                        severity + " " + cells[0] + " " + cells[1],
                        () -> assertThat(SamplingPlan.of(CodeLetter.valueOf(cells[0]), severity, Aql.of(cells[1])))
                                .isEqualTo(new SamplingPlan(
                                        Integer.parseInt(cells[2]),
                                        Integer.parseInt(cells[3]),
                                        Integer.parseInt(cells[4]),
                                        false))));
            }
        }
        assertThat(tests).hasSize(1248);
        return tests;
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 2.5, NORMAL, 80, 5, 6, false",
        "1000, 2.5, TIGHTENED, 80, 3, 4, false",
        "1000, 2.5, REDUCED, 32, 2, 5, false",
        "60, 0.10, NORMAL, 60, 0, 1, true",
        "125, 0.10, NORMAL, 125, 0, 1, true",
        "126, 0.10, NORMAL, 125, 0, 1, false",
        "2, 6.5, NORMAL, 2, 0, 1, true"
    })
    void a_sample_as_large_as_the_lot_is_the_lot(
            int lot, String aql, Severity severity, int size, int acceptance, int rejection, boolean wholeLot) {
        assertThat(SamplingPlan.of(lot, InspectionLevel.II, severity, Aql.of(aql)))
                .isEqualTo(new SamplingPlan(size, acceptance, rejection, wholeLot));
    }

    @Test
    void between_ac_and_re_a_reduced_plan_accepts_and_says_so() {
        SamplingPlan plan = SamplingPlan.of(CodeLetter.J, Severity.REDUCED, Aql.of("2.5"));
        assertThat(plan.judge(2)).isEqualTo(Verdict.ACCEPTED);
        assertThat(plan.judge(3)).isEqualTo(Verdict.ACCEPTED_IN_THE_GAP);
        assertThat(plan.judge(5)).isEqualTo(Verdict.NOT_ACCEPTED);
    }

    @Test
    void the_standard_policy_tolerates_no_critical_defect_and_is_stricter_for_food() {
        InspectionPolicy policy = InspectionPolicy.STANDARD;
        SamplingPlan critical = policy.planFor(5000, "kitchen", DefectClass.CRITICAL, Severity.NORMAL);
        assertThat(critical).isEqualTo(new SamplingPlan(125, 0, 1, false));
        assertThat(policy.planFor(5000, "kitchen", DefectClass.MAJOR, Severity.NORMAL))
                .isEqualTo(new SamplingPlan(200, 10, 11, false));
        assertThat(policy.planFor(5000, "food", DefectClass.MAJOR, Severity.NORMAL))
                .isEqualTo(new SamplingPlan(200, 5, 6, false));
    }

    @Test
    void an_aql_is_one_of_the_preferred_values() {
        assertThat(Aql.preferred()).hasSize(26).isSorted();
        assertThat(Aql.of("1")).isEqualTo(Aql.of("1.0"));
        assertThat(Aql.of("2.5").oneStepTighter()).isEqualTo(Aql.of("1.5"));
        assertThatThrownBy(() -> Aql.of("3.0")).isInstanceOf(IllegalArgumentException.class);
    }
}
