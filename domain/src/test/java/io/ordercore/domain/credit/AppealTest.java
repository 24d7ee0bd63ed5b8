package io.ordercore.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AppealTest {
    private static final Instant TOLD = Instant.parse("2026-06-01T08:00:00Z");
    private static final Actor OPERATOR = Actor.of("olga", Role.OPERATOR);

    @Test
    void all_reasons_against_hearing_it_are_told() {
        Instant tooLate = TOLD.plus(Duration.ofDays(14)).plusSeconds(1);
        assertThat(Appeal.refusals(TOLD, Owner.MERCHANT, false, "the carrier lost it", TOLD))
                .isEmpty();
        assertThat(Appeal.refusals(TOLD, Owner.CARRIER, true, " ", tooLate))
                .containsExactly(
                        Appeal.Refusal.TOO_LATE,
                        Appeal.Refusal.NOT_AGAINST_YOU,
                        Appeal.Refusal.ALREADY_DECIDED,
                        Appeal.Refusal.WITHOUT_STATEMENT);
    }

    @Test
    void a_person_decides_it_once() {
        Appeal appeal = Appeal.opened("a-1", new MerchantId("m-1"), "o-1", "the carrier lost it", TOLD);
        Appeal accepted = appeal.accepted(OPERATOR, Owner.CARRIER, TOLD);
        assertThat(accepted.state()).isEqualTo(Appeal.State.ACCEPTED);
        assertThat(accepted.owner()).isEqualTo(Owner.CARRIER);
        assertThatThrownBy(() -> accepted.rejected(OPERATOR, TOLD)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> appeal.rejected(Actor.of("m-1", Role.MERCHANT), TOLD))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> appeal.rejected(Actor.system("timer"), TOLD))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> appeal.accepted(OPERATOR, Owner.MERCHANT, TOLD))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(appeal.rejected(OPERATOR, TOLD).state()).isEqualTo(Appeal.State.REJECTED);
    }

    @Test
    void a_statement_has_4000_characters_at_most() {
        assertThat(Appeal.refusals(TOLD, Owner.MERCHANT, false, "x".repeat(4_000), TOLD.plus(Appeal.PERIOD)))
                .isEmpty();
        assertThat(Appeal.refusals(TOLD, Owner.MERCHANT, false, "x".repeat(4_001), TOLD))
                .containsExactly(Appeal.Refusal.WITHOUT_STATEMENT);
    }
}
