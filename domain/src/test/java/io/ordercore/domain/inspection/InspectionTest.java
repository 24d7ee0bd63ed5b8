package io.ordercore.domain.inspection;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InspectionTest {
    private static final InspectionPolicy POLICY = InspectionPolicy.STANDARD;
    private static final Lot LOT = new Lot(TEA_HOUSE, new Sku("kettle"), "kettles", 1_000, true);
    private static final Instant ORDERED = TUESDAY_MORNING;
    private static final Instant LATER = ORDERED.plusSeconds(3_600);
    private static final Inspection INSPECTION = Inspection.ordered(
            new InspectionId(new UUID(1, 7)),
            LOT,
            "seal",
            new FairDraw("0f".repeat(32), "lot-1"),
            Map.of(DefectClass.MINOR, Severity.TIGHTENED),
            POLICY,
            true,
            ORDERED);

    @Test
    void each_class_has_a_plan_at_its_severity_normal_unless_known() {
        assertThat(INSPECTION.plans())
                .containsEntry(
                        DefectClass.CRITICAL, POLICY.planFor(1_000, "kettles", DefectClass.CRITICAL, Severity.NORMAL))
                .containsEntry(DefectClass.MAJOR, POLICY.planFor(1_000, "kettles", DefectClass.MAJOR, Severity.NORMAL))
                .containsEntry(
                        DefectClass.MINOR, POLICY.planFor(1_000, "kettles", DefectClass.MINOR, Severity.TIGHTENED));
        assertThat(INSPECTION.version()).isEqualTo(1);
        assertThatThrownBy(() -> new Inspection(
                        INSPECTION.id(), LOT, "seal", INSPECTION.draw(), Map.of(), true, ORDERED, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void as_many_units_are_taken_as_the_class_that_asks_for_most() {
        assertThat(INSPECTION.sampleSize())
                .isEqualTo(INSPECTION.plans().values().stream()
                        .mapToInt(SamplingPlan::sampleSize)
                        .max()
                        .orElseThrow());
        assertThat(INSPECTION.units()).hasSize(INSPECTION.sampleSize()).doesNotHaveDuplicates();
    }

    @Test
    void an_agency_that_writes_whole_seconds_is_not_too_early() {
        Inspection inspection = Inspection.ordered(
                INSPECTION.id(), LOT, "seal", INSPECTION.draw(), Map.of(), POLICY, true, ORDERED.plusMillis(900));
        assertThat(reasons(inspection.reported(
                        "seal", new InspectionReport(Map.of(), ORDERED.minusMillis(1), "s"), true, LATER)))
                .containsExactly(ReportRefusal.TOO_EARLY);
        InspectionReport report = new InspectionReport(Map.of(), ORDERED, "s");
        assertThat(taken(inspection.reported("seal", report, true, LATER)).isAccepted())
                .isTrue();
    }

    @Test
    void until_it_is_reported_nothing_is_known() {
        assertThat(INSPECTION.verdict(DefectClass.MAJOR)).isEmpty();
        assertThat(INSPECTION.failedFor()).isEmpty();
        assertThat(INSPECTION.isAccepted()).isFalse();
        assertThat(INSPECTION.judged(DefectClass.MAJOR, POLICY)).isEmpty();
    }

    @Test
    void up_to_the_acceptance_number_a_lot_passes() {
        int acceptance = plan(DefectClass.MAJOR).acceptance();
        Inspection passed = taken(report(Map.of(DefectClass.MAJOR, acceptance)));
        assertThat(passed.version()).isEqualTo(2);
        assertThat(passed.isAccepted()).isTrue();
        assertThat(passed.failedFor()).isEmpty();
        assertThat(passed.verdict(DefectClass.MAJOR)).hasValue(Verdict.ACCEPTED);
        assertThat(passed.verdict(DefectClass.CRITICAL)).hasValue(Verdict.ACCEPTED);
        assertThat(passed.judged(DefectClass.MAJOR, POLICY)).isPresent();
    }

    @Test
    void it_fails_for_the_gravest_class() {
        Inspection failed = taken(report(Map.of(
                DefectClass.MINOR, plan(DefectClass.MINOR).rejection(),
                DefectClass.MAJOR, plan(DefectClass.MAJOR).rejection())));
        assertThat(failed.isAccepted()).isFalse();
        assertThat(failed.failedFor()).hasValue(DefectClass.MAJOR);
        assertThat(taken(report(Map.of(DefectClass.CRITICAL, 1))).failedFor()).hasValue(DefectClass.CRITICAL);
    }

    @Test
    void a_report_is_taken_once_from_its_agency_and_if_it_can_be_true() {
        InspectionReport good = report(Map.of());
        assertThat(reasons(INSPECTION.reported("other", good, true, LATER)))
                .containsExactly(ReportRefusal.ANOTHER_AGENCY);
        assertThat(reasons(INSPECTION.reported("seal", good, false, LATER)))
                .containsExactly(ReportRefusal.SIGNATURE_INVALID);
        assertThat(reasons(taken(good).reported("seal", good, true, LATER)))
                .containsExactly(ReportRefusal.ALREADY_REPORTED);
        int all = INSPECTION.sampleSize();
        assertThat(reasons(INSPECTION.reported("seal", report(Map.of(DefectClass.MINOR, all + 1)), true, LATER)))
                .containsExactly(ReportRefusal.MORE_THAN_TAKEN);
        assertThat(taken(report(Map.of(DefectClass.MINOR, all))).isAccepted()).isFalse();
        assertThat(reasons(INSPECTION.reported(
                        "seal", new InspectionReport(Map.of(), ORDERED.minusSeconds(1), "s"), true, LATER)))
                .containsExactly(ReportRefusal.TOO_EARLY);
        assertThat(taken(new InspectionReport(Map.of(), ORDERED, "s")).isAccepted())
                .isTrue();
        assertThat(reasons(taken(good)
                        .reported(
                                "other",
                                new InspectionReport(Map.of(DefectClass.MINOR, all + 1), ORDERED.minusSeconds(1), "s"),
                                false,
                                LATER)))
                .containsExactly(
                        ReportRefusal.ALREADY_REPORTED,
                        ReportRefusal.ANOTHER_AGENCY,
                        ReportRefusal.MORE_THAN_TAKEN,
                        ReportRefusal.TOO_EARLY);
    }

    @Test
    void what_is_signed_names_everything_and_counts_are_not_negative() {
        assertThat(InspectionReport.statement(
                        INSPECTION.id(), Map.of(DefectClass.MINOR, 2, DefectClass.CRITICAL, 0), LATER))
                .isEqualTo("inspection " + INSPECTION.id() + "\nCRITICAL 0\nMINOR 2\n" + LATER);
        assertThat(report(Map.of(DefectClass.MINOR, 2)).defective(DefectClass.MINOR))
                .isEqualTo(2);
        assertThat(report(Map.of()).defective(DefectClass.MINOR)).isZero();
        assertThatThrownBy(() -> report(Map.of(DefectClass.MINOR, -1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_lot_has_two_units_or_more_up_to_ten_million() {
        assertThat(lot(2).size()).isEqualTo(2);
        assertThat(lot(Lot.LARGEST).size()).isEqualTo(Lot.LARGEST);
        assertThatThrownBy(() -> lot(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lot(Lot.LARGEST + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_id_reads_back_in_its_one_spelling() {
        InspectionId id = INSPECTION.id();
        assertThat(InspectionId.parse(id.toString())).isEqualTo(id);
        assertThatThrownBy(() -> InspectionId.parse("1-0-0-0-7")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Lot lot(int size) {
        return new Lot(TEA_HOUSE, new Sku("kettle"), "kettles", size, true);
    }

    private static SamplingPlan plan(DefectClass defectClass) {
        return POLICY.planFor(
                1_000, "kettles", defectClass, defectClass == DefectClass.MINOR ? Severity.TIGHTENED : Severity.NORMAL);
    }

    private static InspectionReport report(Map<DefectClass, Integer> defective) {
        return new InspectionReport(defective, LATER, "signature");
    }

    private static Inspection taken(InspectionReport report) {
        return taken(INSPECTION.reported("seal", report, true, LATER));
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

    private static List<ReportRefusal> reasons(ReportDecision decision) {
        return decision.decide(new ReportDecision.Cases<>() {
            @Override
            public List<ReportRefusal> taken(ReportDecision.Taken it) {
                throw new AssertionError("taken: " + it);
            }

            @Override
            public List<ReportRefusal> refused(ReportDecision.Refused it) {
                return it.reasons();
            }
        });
    }

    @Test
    void a_report_is_the_first_entry_and_a_correction_has_a_reason() {
        InspectionReport report = report(Map.of(DefectClass.MINOR, 0));
        assertThat(new InspectionEntry(1, report, null, LATER).corrects()).isNull();
        assertThat(new InspectionEntry(3, report, "miscounted", LATER).corrects())
                .isEqualTo(2);
        assertThatThrownBy(() -> new InspectionEntry(0, report, "miscounted", LATER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InspectionEntry(1, report, "miscounted", LATER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InspectionEntry(2, report, null, LATER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_policy_limits_major_and_minor_defects_and_tolerates_no_critical_ones() {
        Map<DefectClass, Aql> both = Map.of(DefectClass.MAJOR, Aql.of("2.5"), DefectClass.MINOR, Aql.of("4.0"));
        Map<DefectClass, Aql> one = Map.of(DefectClass.MAJOR, Aql.of("2.5"));
        Map<DefectClass, Aql> critical = Map.of(DefectClass.MAJOR, Aql.of("2.5"), DefectClass.CRITICAL, Aql.of("4.0"));

        assertThat(new InspectionPolicy(InspectionLevel.II, both, both, Set.of()).usual())
                .isEqualTo(both);
        for (Map<DefectClass, Aql> wrong : List.of(one, critical)) {
            assertThatThrownBy(() -> new InspectionPolicy(InspectionLevel.II, wrong, both, Set.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new InspectionPolicy(InspectionLevel.II, both, wrong, Set.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_plan_takes_a_unit_and_rejects_more_than_it_accepts() {
        assertThat(new SamplingPlan(1, 0, 1, false).judge(0)).isEqualTo(Verdict.ACCEPTED);
        assertThatThrownBy(() -> new SamplingPlan(0, 0, 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SamplingPlan(1, -1, 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SamplingPlan(1, 1, 1, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_merchant_nobody_knows_starts_tightened() {
        assertThat(Switching.start(true)).isEqualTo(SwitchingState.fresh(InspectionState.TIGHTENED));
        assertThat(Switching.start(false)).isEqualTo(SwitchingState.fresh(InspectionState.NORMAL));
    }

    @Test
    void a_case_is_named_after_its_inspection_and_the_correction_that_opened_it() {
        InspectionId id = INSPECTION.id();
        assertThat(new RectificationId(id, 1)).hasToString(id.toString());
        assertThat(new RectificationId(id, 2)).hasToString(id + "-2");
    }
}
