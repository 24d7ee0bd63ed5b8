package io.ordercore.domain.logistics.intercept;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.li;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.Recipient;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InterceptionTest {
    private static final Instant LATER = TUESDAY_MORNING.plusSeconds(600);
    private static final DeliveryWindow MORNING =
            new DeliveryWindow(TUESDAY_MORNING.plusSeconds(86_400), TUESDAY_MORNING.plusSeconds(90_000));
    private static final List<Resend> THE_SAME = List.of(new Resend(1, 1, null));

    @Test
    void it_starts_with_the_carrier_to_be_told_at_once() {
        Interception asked = of(Aim.RETURN);
        assertThat(asked.status()).isEqualTo(InterceptionStatus.REQUESTED);
        assertThat(asked.nextAt()).isEqualTo(TUESDAY_MORNING);
        assertThat(asked.asked()).isFalse();
        assertThat(asked.version()).isEqualTo(1);
        assertThat(asked.feeStatus()).isEqualTo(FeeStatus.CHARGED);
        assertThat(asked).hasToString("Interception[" + asked.id() + " RETURN REQUESTED]");
    }

    @ParameterizedTest
    @CsvSource({"0.00, 0.00, WAIVED", "0.00, 1.00, CHARGED", "1.00, 0.00, CHARGED"})
    void what_costs_nothing_has_no_fee(String fee, String resendFee, FeeStatus status) {
        assertThat(of(Aim.RETURN, null, List.of(), fee, resendFee).feeStatus()).isEqualTo(status);
    }

    @Test
    void a_parcel_is_redirected_somewhere_or_resent_as_something() {
        assertThatThrownBy(() -> of(Aim.REDIRECT, null, List.of(), "0.00", "0.00"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(Aim.HOLD, li(), List.of(), "0.00", "0.00"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(Aim.RESHIP, null, List.of(), "0.00", "0.00"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(Aim.RETURN, null, THE_SAME, "0.00", "0.00"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(of(Aim.RESHIP, null, THE_SAME, "0.00", "0.00").resends()).hasSize(1);
    }

    @Test
    void a_carrier_that_never_answers_is_given_up_after_a_day() {
        Interception asked = of(Aim.RETURN).asking(LATER);
        assertThat(asked.asked()).isTrue();
        assertThat(asked.nextAt()).isEqualTo(LATER);
        Instant over = TUESDAY_MORNING.plus(Interception.PATIENCE);

        Interception again = asked.unanswered(LATER, over.minusSeconds(1));
        assertThat(again.status()).isEqualTo(InterceptionStatus.REQUESTED);
        assertThat(again.nextAt()).isEqualTo(LATER);
        Interception given = asked.unanswered(LATER, over);
        assertThat(given.status()).isEqualTo(InterceptionStatus.REFUSED);
        assertThat(given.remark()).isEqualTo("no answer");
        assertThat(given.nextAt()).isNull();
        assertThat(asked.accepted(LATER).unanswered(LATER, over).status()).isEqualTo(InterceptionStatus.ACCEPTED);
    }

    @Test
    void accepted_it_is_asked_about_again_and_accepting_twice_changes_nothing() {
        Interception accepted = of(Aim.HOLD).accepted(LATER);
        assertThat(accepted.status()).isEqualTo(InterceptionStatus.ACCEPTED);
        assertThat(accepted.nextAt()).isEqualTo(LATER);
        assertThat(accepted.version()).isEqualTo(2);
        Interception later = accepted.done().accepted(LATER);
        assertThat(later.status()).isEqualTo(InterceptionStatus.HELD_FOR_PICKUP);
        assertThat(later.nextAt()).isEqualTo(LATER);
    }

    @ParameterizedTest
    @CsvSource({
        "REDIRECT, REDIRECTED, false",
        "RESCHEDULE, REDIRECTED, false",
        "HOLD, HELD_FOR_PICKUP, false",
        "RETURN, RETURNING, true",
        "RESHIP, RETURNING, true",
    })
    void done_means_what_it_was_for(Aim aim, InterceptionStatus status, boolean back) {
        Interception done = of(
                        aim,
                        aim == Aim.REDIRECT ? li() : null,
                        aim == Aim.RESHIP ? THE_SAME : List.of(),
                        "0.00",
                        "0.00")
                .done();
        assertThat(done.status()).isEqualTo(status);
        assertThat(done.nextAt()).isNull();
        assertThat(done.done().status()).isEqualTo(status);
        assertThat(aim.bringsBack()).isEqualTo(back);
    }

    @Test
    void refused_it_ends_with_the_carriers_words() {
        Interception refused = of(Aim.RETURN).refused("out for delivery");
        assertThat(refused.status()).isEqualTo(InterceptionStatus.REFUSED);
        assertThat(refused.remark()).isEqualTo("out for delivery");
        assertThatThrownBy(() -> refused.refused("again")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_seen_counts_if_it_still_can_be() {
        Interception returning = of(Aim.RETURN).done();
        assertThat(returning.seen(InterceptionStatus.RETURNED, "at the warehouse"))
                .hasValueSatisfying(back -> {
                    assertThat(back.status()).isEqualTo(InterceptionStatus.RETURNED);
                    assertThat(back.remark()).isEqualTo("at the warehouse");
                });
        assertThat(returning.seen(InterceptionStatus.ACCEPTED, "")).isEmpty();
    }

    @Test
    void the_fee_goes_back_on_the_outcomes_agreed_and_the_fee_for_sending_again_unless_it_was() {
        Interception failed = of(Aim.RETURN).refused("no");
        assertThat(failed.feeBack(false)).isEqualTo(yuan("12.00"));
        assertThat(failed.feeBack(true)).isEqualTo(yuan("10.00"));
        Interception done = of(Aim.RETURN).done();
        assertThat(done.feeBack(false)).isEqualTo(yuan("2.00"));
        assertThat(done.feeBack(true)).isEqualTo(yuan("0.00"));
        assertThat(failed.feeRefunded().feeStatus()).isEqualTo(FeeStatus.REFUNDED);
        assertThat(failed.feeRefunded().feeBack(false)).isEqualTo(yuan("0.00"));
        assertThat(failed.feeRefunded().version()).isEqualTo(failed.version());
    }

    @Test
    void it_is_open_until_nothing_can_follow() {
        assertThat(EnumSet.allOf(InterceptionStatus.class))
                .filteredOn(InterceptionStatus::isOpen)
                .containsExactly(
                        InterceptionStatus.REQUESTED,
                        InterceptionStatus.ACCEPTED,
                        InterceptionStatus.INTERCEPTED,
                        InterceptionStatus.RETURNING);
    }

    @Test
    void an_id_reads_back() {
        InterceptionId id = of(Aim.RETURN).id();
        assertThat(InterceptionId.parse(id.toString())).isEqualTo(id);
    }

    private static Interception of(Aim aim) {
        return of(aim, null, List.of(), "10.00", "2.00");
    }

    private static Interception of(
            Aim aim, @Nullable Recipient to, List<Resend> resends, String fee, String resendFee) {
        return Interception.requested(
                new InterceptionId(new UUID(1, 5)),
                new FulfilmentId(order(1), 1),
                new Handover("sf-express", "SF1234567890123", TUESDAY_MORNING),
                aim,
                to,
                aim == Aim.RESCHEDULE ? MORNING : null,
                resends,
                new Interception.Terms(yuan(fee), yuan(resendFee), Set.of(InterceptionStatus.REFUSED)),
                "cs-1",
                LI_HERSELF,
                TUESDAY_MORNING);
    }
}
