package io.ordercore.application.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CallBudgetsTest {
    private static final CarrierCode CARRIER = new CarrierCode("parcel-post");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final CallBudgets budgets = CallBudgets.onOneNode();

    @Test
    void a_second_holds_the_calls_agreed_and_the_next_one_waits_for_its_end() {
        CallBudget two = new CallBudget(2, 0);

        assertThat(take(two, NOON)).isZero();
        assertThat(take(two, NOON.plusMillis(300))).isZero();
        assertThat(take(two, NOON.plusMillis(400))).isEqualTo(Duration.ofMillis(600));
        assertThat(take(two, NOON.plusSeconds(1))).isZero();
    }

    @Test
    void a_day_holds_the_calls_agreed_whatever_the_seconds() {
        CallBudget one = new CallBudget(0, 1);

        assertThat(take(one, NOON)).isZero();
        assertThat(take(one, NOON.plusSeconds(60)))
                .isEqualTo(Duration.ofHours(12).minusSeconds(60));
        assertThat(take(one, NOON.plus(Duration.ofHours(12)))).isZero();
    }

    @Test
    void accounts_do_not_share() {
        CallBudget one = new CallBudget(1, 0);

        assertThat(take(one, NOON)).isZero();
        assertThat(budgets.take(CARRIER, "account-2", one, NOON)).isZero();
    }

    private Duration take(CallBudget budget, Instant now) {
        return budgets.take(CARRIER, "account-1", budget, now);
    }
}
