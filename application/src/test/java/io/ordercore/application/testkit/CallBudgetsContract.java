package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every count of calls to carriers promises. */
public abstract class CallBudgetsContract extends StoreContract {
    private static final CarrierCode CARRIER = new CarrierCode("parcel-post");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

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
        assertThat(store.callBudgets().take(CARRIER, "account-2", one, NOON)).isZero();
        assertThat(store.callBudgets().take(new CarrierCode("other"), "account-1", one, NOON))
                .isZero();
    }

    @Test
    void T18_what_a_carrier_asked_to_wait_is_waited_even_without_a_budget() {
        store.callBudgets().pause(CARRIER, "account-1", NOON.plusSeconds(7));
        store.callBudgets().pause(CARRIER, "account-1", NOON.plusSeconds(3));

        assertThat(take(CallBudget.UNPUBLISHED, NOON)).isEqualTo(Duration.ofSeconds(7));
        assertThat(store.callBudgets().take(CARRIER, "account-2", CallBudget.UNPUBLISHED, NOON))
                .isZero();
        assertThat(take(CallBudget.UNPUBLISHED, NOON.plusSeconds(7))).isZero();
    }

    @Test
    void a_clock_that_is_behind_opens_no_window_of_its_own() {
        CallBudget one = new CallBudget(1, 0);

        assertThat(take(one, NOON)).isZero();
        assertThat(take(one, NOON.minusMillis(500))).isEqualTo(Duration.ofMillis(1500));
        assertThat(take(one, NOON.plusMillis(500))).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void many_callers_together_take_what_one_may() {
        CallBudget ten = new CallBudget(10, 0);
        AtomicInteger allowed = new AtomicInteger();

        IntStream.range(0, 40).parallel().forEach(call -> {
            if (take(ten, NOON).isZero()) {
                allowed.incrementAndGet();
            }
        });

        assertThat(allowed).hasValue(10);
    }

    private Duration take(CallBudget budget, Instant now) {
        CallBudgets budgets = store.callBudgets();
        return budgets.take(CARRIER, "account-1", budget, now);
    }
}
