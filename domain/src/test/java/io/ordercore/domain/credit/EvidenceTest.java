package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.credit.Evidence.End;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvidenceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final Lane LANE = new Lane("Zhejiang", "Beijing");

    static Stream<Arguments> every_kind_has_a_code_and_a_side() {
        return Stream.of(
                Arguments.of(outcome(End.GOOD, Owner.MERCHANT), ReasonCode.M01_DEFECT, false),
                Arguments.of(outcome(End.DEFECT, Owner.MERCHANT), ReasonCode.M01_DEFECT, true),
                Arguments.of(outcome(End.DEFECT, Owner.CARRIER), ReasonCode.M01_DEFECT, false),
                Arguments.of(outcome(End.CANCELLED, Owner.MERCHANT), ReasonCode.M02_CANCELLATION, true),
                Arguments.of(new Evidence.HandOver("e", DAY, true), ReasonCode.M03_HAND_OVER_LATE, true),
                Arguments.of(new Evidence.HandOver("e", DAY, false), ReasonCode.M03_HAND_OVER_LATE, false),
                Arguments.of(new Evidence.TrackingChecked("e", DAY, true), ReasonCode.M04_TRACKING, false),
                Arguments.of(new Evidence.TrackingChecked("e", DAY, false), ReasonCode.M04_TRACKING, true),
                Arguments.of(new Evidence.Answered("e", DAY, true), ReasonCode.M05_RESPONSE, false),
                Arguments.of(new Evidence.Answered("e", DAY, false), ReasonCode.M05_RESPONSE, true),
                Arguments.of(new Evidence.LotJudged("e", DAY, true), ReasonCode.M06_INSPECTION, false),
                Arguments.of(new Evidence.LotJudged("e", DAY, false), ReasonCode.M06_INSPECTION, true),
                Arguments.of(new Evidence.PolicyPoints("e", DAY, 3), ReasonCode.M07_POLICY_POINTS, true),
                Arguments.of(new Evidence.IntegrityBreach("e", DAY), ReasonCode.M09_INTEGRITY, true));
    }

    @ParameterizedTest
    @MethodSource
    void every_kind_has_a_code_and_a_side(Evidence evidence, ReasonCode code, boolean against) {
        assertThat(evidence.code()).isEqualTo(code);
        assertThat(evidence.isAgainstMerchant()).isEqualTo(against);
        KeptEvidence kept = KeptEvidence.learnt(TEA_HOUSE, evidence, TUESDAY_MORNING);
        assertThat(kept.owner()).isEqualTo(against ? Owner.MERCHANT : Owner.UNKNOWN);
    }

    @Test
    void what_an_appeal_gave_to_another_counts_no_more() {
        KeptEvidence kept = KeptEvidence.learnt(TEA_HOUSE, new Evidence.HandOver("e", DAY, true), TUESDAY_MORNING);
        assertThat(kept.counts()).isTrue();
        KeptEvidence given = kept.givenTo(Owner.CARRIER);
        assertThat(given.counts()).isFalse();
        assertThat(given.owner()).isEqualTo(Owner.CARRIER);
        assertThat(given.appealBy()).isEqualTo(TUESDAY_MORNING.plus(Appeal.PERIOD));
        assertThat(given.evidence()).isEqualTo(kept.evidence());
        assertThat(kept.withdrawing().counts()).isFalse();
        assertThat(kept.withdrawing().owner()).isEqualTo(Owner.UNKNOWN);
    }

    @Test
    void an_outcome_is_known_from_its_day_on_and_may_change_its_owner() {
        assertThatThrownBy(() ->
                        new Evidence.OrderOutcome("e", DAY, DAY.minusDays(1), "kettles", LANE, End.GOOD, Owner.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
        Evidence.OrderOutcome outcome = outcome(End.DEFECT, Owner.MERCHANT);
        assertThat(outcome.ownedBy(Owner.CARRIER)).isEqualTo(outcome(End.DEFECT, Owner.CARRIER));
        assertThat(new Evidence.HandOver("e", DAY, true).knownOn()).isEqualTo(DAY);
        assertThat(LANE).hasToString("Zhejiang>Beijing");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15})
    void points_are_one_to_fifteen(int points) {
        assertThat(new Evidence.PolicyPoints("e", DAY, points).points()).isEqualTo(points);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16})
    void other_points_there_are_none(int points) {
        assertThatThrownBy(() -> new Evidence.PolicyPoints("e", DAY, points))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Evidence.OrderOutcome outcome(End end, Owner owner) {
        return new Evidence.OrderOutcome("e", DAY, DAY, "kettles", LANE, end, owner);
    }
}
