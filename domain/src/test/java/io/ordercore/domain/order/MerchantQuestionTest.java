package io.ordercore.domain.order;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.order.MerchantQuestion.State;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MerchantQuestionTest {
    private static final Instant LATER = TUESDAY_MORNING.plusSeconds(9);

    private final MerchantQuestion asked = MerchantQuestion.asked("return-1", TEA_HOUSE, TUESDAY_MORNING);

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_merchant_and_its_warehouse_answer_anybody_else_withdraws(Role role) {
        MerchantQuestion decided = asked.decided(Actor.of("somebody", role), LATER);
        boolean merchants = role == Role.MERCHANT || role == Role.WAREHOUSE;
        assertThat(decided.state()).isEqualTo(merchants ? State.ANSWERED : State.WITHDRAWN);
        assertThat(decided.closedAt()).isEqualTo(LATER);
        assertThat(decided.askedAt()).isEqualTo(TUESDAY_MORNING);
    }

    @Test
    void a_question_whose_time_runs_out_is_unanswered() {
        assertThat(asked.expired(LATER))
                .isEqualTo(new MerchantQuestion("return-1", TEA_HOUSE, TUESDAY_MORNING, LATER, State.UNANSWERED));
    }

    @Test
    void what_is_closed_stays_as_it_is() {
        MerchantQuestion withdrawn = asked.decided(LI_HERSELF, LATER);
        assertThat(withdrawn.expired(LATER.plusSeconds(1))).isEqualTo(withdrawn);
        assertThat(withdrawn.decided(Actor.of("tea-house", Role.MERCHANT), LATER))
                .isEqualTo(withdrawn);
    }

    @Test
    void it_is_open_or_was_closed_at_a_time() {
        assertThatThrownBy(() -> new MerchantQuestion("a", TEA_HOUSE, TUESDAY_MORNING, LATER, State.OPEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MerchantQuestion("a", TEA_HOUSE, TUESDAY_MORNING, null, State.ANSWERED))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
