package io.ordercore.domain.inspection;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.CorrectiveAction.Refusal;
import io.ordercore.domain.inspection.CorrectiveAction.State;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorrectiveActionTest {
    private static final Sku KETTLE = new Sku("kettle");
    private static final Actor RECORDER = Actor.of("operator-1", Role.OPERATOR);
    private static final Actor APPROVER = Actor.of("operator-2", Role.OPERATOR);
    private static final Instant LATER = TUESDAY_MORNING.plusSeconds(9);

    private final CorrectiveAction recorded = described("another supplier");

    @Test
    void another_person_approves_it_and_from_then_on_it_counts() {
        assertThat(recorded.isOpen()).isTrue();
        assertThat(recorded.approvedAt()).isNull();
        CorrectiveAction approved = recorded.decided(true, APPROVER, LATER);
        assertThat(approved)
                .isEqualTo(new CorrectiveAction(
                        KETTLE,
                        TEA_HOUSE,
                        1,
                        "another supplier",
                        RECORDER,
                        TUESDAY_MORNING,
                        State.APPROVED,
                        APPROVER,
                        LATER,
                        2));
        assertThat(approved.isOpen()).isFalse();
        assertThat(approved.approvedAt()).isEqualTo(LATER);
    }

    @Test
    void a_rejected_one_counts_for_nothing() {
        CorrectiveAction rejected = recorded.decided(false, APPROVER, LATER);
        assertThat(rejected.state()).isEqualTo(State.REJECTED);
        assertThat(rejected.approvedAt()).isNull();
        assertThat(rejected.refusal(APPROVER)).isEqualTo(Refusal.DECIDED_BEFORE);
    }

    @Test
    void whoever_recorded_it_decides_neither_way() {
        Actor inAnotherRole = Actor.of("operator-1", Role.REVIEWER);
        assertThat(recorded.refusal(inAnotherRole)).isEqualTo(Refusal.RECORDED_BY_THE_SAME_PERSON);
        assertThatThrownBy(() -> recorded.decided(false, RECORDER, LATER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void it_says_something() {
        assertThat(described("x".repeat(4_000)).description()).hasSize(4_000);
        assertThatThrownBy(() -> described(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> described("x".repeat(4_001))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECORDED", "APPROVED"})
    void it_is_decided_by_somebody_at_a_time_or_not_at_all(State state) {
        Instant decidedAt = state == State.RECORDED ? LATER : null;
        assertThatThrownBy(() -> new CorrectiveAction(
                        KETTLE, TEA_HOUSE, 1, "why", RECORDER, TUESDAY_MORNING, state, APPROVER, decidedAt, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CorrectiveAction(
                        KETTLE, TEA_HOUSE, 1, "why", RECORDER, TUESDAY_MORNING, state, null, LATER, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CorrectiveAction described(String text) {
        return CorrectiveAction.recorded(KETTLE, TEA_HOUSE, 1, text, RECORDER, TUESDAY_MORNING);
    }
}
