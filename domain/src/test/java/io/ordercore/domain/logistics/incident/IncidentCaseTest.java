package io.ordercore.domain.logistics.incident;

import static io.ordercore.domain.testkit.Fixtures.LI;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.incident.IncidentCase.Step;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IncidentCaseTest {
    private static final Instant NOW = TUESDAY_MORNING;
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final IncidentCase OPENED = IncidentCase.opened(
            new UUID(1, 6), new FulfilmentId(order(1), 1), IncidentKind.LOST, "silence", NOW.plusNanos(999));

    @Test
    void it_opens_with_its_first_step_and_is_due_at_once() {
        assertThat(OPENED.stage()).isEqualTo(CaseStage.OPEN);
        assertThat(OPENED.openedAt()).isEqualTo(NOW);
        assertThat(OPENED.nextAt()).isEqualTo(NOW);
        assertThat(OPENED.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(4)));
        assertThat(OPENED.history()).containsExactly(new Step(CaseStage.OPEN, "detected", NOW));
        assertThat(OPENED.version()).isEqualTo(1);
        assertThat(IncidentCase.opened(OPENED.id(), OPENED.fulfilment(), IncidentKind.LOST, "silence", NOW))
                .isEqualTo(OPENED);
    }

    @Test
    void each_stage_has_its_deadline_and_leaves_a_step() {
        IncidentCase asked = OPENED.withCarrierRef("C-1")
                .to(CaseStage.CARRIER_INQUIRY, "claimed", LATER.plusNanos(1_999), LATER.plusNanos(999));
        assertThat(asked.dueAt()).isEqualTo(LATER.plus(Duration.ofDays(3)));
        assertThat(asked.nextAt()).isEqualTo(LATER.plusNanos(1_000));
        assertThat(asked.carrierRef()).isEqualTo("C-1");
        assertThat(asked.history()).hasSize(2).contains(new Step(CaseStage.CARRIER_INQUIRY, "claimed", LATER));
        assertThat(asked.version()).isEqualTo(2);
        IncidentCase decided = asked.decided("carrier pays", LATER);
        assertThat(decided.stage()).isEqualTo(CaseStage.LIABILITY_DECIDED);
        assertThat(decided.nextAt()).isEqualTo(LATER);
        assertThatThrownBy(() -> decided.to(CaseStage.CARRIER_INQUIRY, "again", null, LATER))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_buyer_chooses_among_what_is_offered_within_a_time() {
        IncidentCase offered = OPENED.withCarrierRef("C-1")
                .offering(
                        List.of(Remedy.RESHIP, Remedy.REFUND),
                        Duration.ofHours(36).plusNanos(999),
                        "offered",
                        LATER);
        assertThat(offered.stage()).isEqualTo(CaseStage.REMEDY_OFFERED);
        assertThat(offered.offered()).containsExactly(Remedy.RESHIP, Remedy.REFUND);
        assertThat(offered.dueAt()).isEqualTo(LATER.plus(Duration.ofHours(36)));
        assertThat(offered.nextAt()).isNull();
        assertThat(offered.remedy()).isNull();
        assertThat(offered.carrierRef()).isEqualTo("C-1");
        assertThat(offered.version()).isEqualTo(2);
        assertThat(offered.history()).endsWith(new Step(CaseStage.REMEDY_OFFERED, "offered", LATER));

        assertThat(OPENED.offering(List.of(), Duration.ofHours(36), "an agent decides", LATER)
                        .dueAt())
                .as("the stage's own patience")
                .isEqualTo(LATER.plus(Duration.ofDays(2)));
    }

    @Test
    void what_was_chosen_is_waited_for_and_then_looked_at_again() {
        Instant until = LATER.plus(Duration.ofDays(3));
        IncidentCase waiting = OPENED.offering(List.of(Remedy.KEEP_WAITING), Duration.ofHours(1), "offered", LATER)
                .waitingFor(Remedy.KEEP_WAITING, "KEEP_WAITING by the buyer", until.plusNanos(999), LATER);

        assertThat(waiting.remedy()).isEqualTo(Remedy.KEEP_WAITING);
        assertThat(waiting.offered()).containsExactly(Remedy.KEEP_WAITING);
        assertThat(waiting.nextAt()).isEqualTo(until);
        assertThat(waiting.dueAt()).isEqualTo(until.plus(Duration.ofDays(2)));
        assertThat(waiting.hasWaited()).isTrue();
        assertThat(OPENED.hasWaited()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "KEEP_WAITING, false, true",
        "RESHIP, true, false",
        "REFUND, true, false",
        "PARTIAL_REFUND, false, false",
        "VOUCHER, false, false",
        "RETURN, false, true",
    })
    void a_remedy_gives_the_parcel_up_or_takes_time_or_neither(Remedy remedy, boolean givesUp, boolean takesTime) {
        IncidentCase done = OPENED.remediedBy(remedy, "done", LATER);

        assertThat(done.stage()).isEqualTo(CaseStage.RESOLVED);
        assertThat(done.remedy()).isEqualTo(remedy);
        assertThat(done.nextAt()).isNull();
        assertThat(done.dueAt()).isEqualTo(LATER.plus(Duration.ofDays(30)));
        assertThat(done.gaveUpTheParcel()).isEqualTo(givesUp);
        assertThat(remedy.takesTime()).isEqualTo(takesTime);
        assertThat(OPENED.gaveUpTheParcel()).isFalse();
    }

    @Test
    void a_parcel_that_was_given_up_may_turn_up_where_it_is_seen_again() {
        IncidentCase done = OPENED.remediedBy(Remedy.REFUND, "done", LATER);
        assertThat(done.hasTurnedUp()).isFalse();

        IncidentCase again = done.turnedUp("Hangzhou", LATER);
        assertThat(again.stage()).isEqualTo(CaseStage.OPEN);
        assertThat(again.nextAt()).isNull();
        assertThat(again.hasTurnedUp()).isTrue();
        assertThat(again.hasTurnedUp("Hangzhou")).isTrue();
        assertThat(again.hasTurnedUp("Hang")).isFalse();
        assertThat(done.to(CaseStage.CLOSED, "closed", null, LATER)
                        .turnedUp("Beijing", LATER)
                        .stage())
                .isEqualTo(CaseStage.OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, CARRIER_INQUIRY LIABILITY_DECIDED REMEDY_OFFERED RESOLVED",
        "CARRIER_INQUIRY, LIABILITY_DECIDED REMEDY_OFFERED RESOLVED",
        "LIABILITY_DECIDED, REMEDY_OFFERED RESOLVED",
        "REMEDY_OFFERED, REMEDY_OFFERED RESOLVED",
        "RESOLVED, OPEN CLOSED",
        "CLOSED, OPEN",
    })
    void a_case_goes_only_where_the_table_says(CaseStage from, String legal) {
        assertThat(EnumSet.copyOf(from.next())).extracting(CaseStage::name).containsExactly(legal.split(" "));
    }

    @Test
    void a_voucher_is_worth_something_for_a_year() {
        Voucher voucher = Voucher.issued("TEA-1", LI, order(1), "case-1", yuan("0.01"), NOW);
        assertThat(voucher.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(365)));
        assertThat(voucher.issuedAt()).isEqualTo(NOW);
        assertThatThrownBy(() -> Voucher.issued("TEA-1", LI, order(1), "case-1", yuan("0.00"), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void looked_at_later_nothing_changes_but_when() {
        IncidentCase later = OPENED.lookAgainAt(LATER);
        assertThat(later.nextAt()).isEqualTo(LATER);
        assertThat(later.dueAt()).isEqualTo(OPENED.dueAt());
        assertThat(later.history()).isEqualTo(OPENED.history());
    }

    @Test
    void a_missed_deadline_is_told_and_gives_as_much_time_again() {
        IncidentCase missed = OPENED.escalated(LATER.plusNanos(999)).escalated(LATER);
        assertThat(missed.escalations()).isEqualTo(2);
        assertThat(missed.dueAt()).isEqualTo(LATER.plus(Duration.ofHours(4)));
        assertThat(missed.history()).endsWith(new Step(CaseStage.OPEN, "escalated", LATER));
    }

    @Test
    void somebody_has_to_do_something_until_it_is_resolved() {
        assertThat(EnumSet.allOf(CaseStage.class))
                .filteredOn(CaseStage::isOpen)
                .containsExactly(
                        CaseStage.OPEN,
                        CaseStage.CARRIER_INQUIRY,
                        CaseStage.LIABILITY_DECIDED,
                        CaseStage.REMEDY_OFFERED);
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, PT4H",
        "CARRIER_INQUIRY, P3D",
        "LIABILITY_DECIDED, PT4H",
        "REMEDY_OFFERED, P2D",
        "RESOLVED, P30D",
        "CLOSED, P3650D",
    })
    void patience_is_by_stage(CaseStage stage, Duration patience) {
        assertThat(CasePolicy.patience(stage)).isEqualTo(patience);
    }

    @ParameterizedTest
    @CsvSource({
        "LOST, true, true",
        "DAMAGED, true, true",
        "DESTROYED, true, true",
        "DELAYED, true, false",
        "CUSTOMS, true, false",
        "UNSPECIFIED, true, false",
        "REJECTED_BY_CARRIER, false, false",
        "SECURITY_HOLD, false, false",
        "REDIRECTED, false, false",
        "BAD_DATA, false, false",
    })
    void not_everything_is_worth_a_case_and_less_a_claim(IncidentKind kind, boolean opens, boolean claimed) {
        assertThat(CasePolicy.opensACase(kind)).isEqualTo(opens);
        assertThat(CasePolicy.isClaimed(kind)).isEqualTo(claimed);
    }
}
