package io.ordercore.domain.logistics.tracking;

import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.TrackingFixtures.A_CARRIER;
import static io.ordercore.domain.testkit.TrackingFixtures.A_PARCEL;
import static io.ordercore.domain.testkit.TrackingFixtures.at;
import static io.ordercore.domain.testkit.TrackingFixtures.scan;
import static io.ordercore.domain.testkit.TrackingFixtures.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.logistics.FulfilmentId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ParcelTest {
    private static final Instant TAKEN = at("2026-03-02T10:00:00Z");
    private static final Parcel FRESH = Parcel.handedOver(new FulfilmentId(order(1), 1), A_CARRIER, A_PARCEL, TAKEN);

    @Test
    void just_taken_it_is_looked_for_soon_and_may_be_silent_for_three_days() {
        assertThat(FRESH.pollAt()).isEqualTo(TAKEN.plus(Duration.ofMinutes(1)));
        assertThat(FRESH.silentAt()).isEqualTo(TAKEN.plus(Duration.ofDays(3)));
        assertThat(FRESH.observedAt()).isNull();
        assertThat(FRESH.version()).isEqualTo(1);
        assertThat(FRESH.lastMovement()).isEqualTo(TAKEN);
        assertThat(FRESH.isOver()).isFalse();
    }

    @Test
    void what_is_heard_plans_the_next_look_and_when_silence_is_long() {
        Instant scanned = TAKEN.plusSeconds(3_600);
        Instant heard = scanned.plusSeconds(60).plusNanos(1_999);
        Parcel moving = FRESH.heard(List.of(scan(TrackingStatus.IN_TRANSIT, scanned)), List.of(), heard);

        Instant cut = scanned.plusSeconds(60).plusNanos(1_000);
        assertThat(moving.observedAt()).isEqualTo(cut);
        assertThat(moving.pollAt()).isEqualTo(cut.plus(Duration.ofHours(3)));
        assertThat(moving.silentAt()).isEqualTo(scanned.plus(Duration.ofDays(5)));
        assertThat(moving.lastMovement()).isEqualTo(scanned);
        assertThat(moving.version()).isEqualTo(2);
        Parcel same = moving.heard(List.of(scan(TrackingStatus.IN_TRANSIT, scanned)), List.of(), heard.plusSeconds(60));
        assertThat(same.silentAt()).isEqualTo(moving.silentAt());
        assertThat(same.pollAt()).isEqualTo(cut.plusSeconds(60).plus(Duration.ofHours(3)));
    }

    @Test
    void what_helps_is_what_is_done_about_what_is_wrong_else_the_search_for_it_and_the_new_day() {
        Instant scanned = TAKEN.plusSeconds(60);
        Parcel moving = FRESH.heard(List.of(scan(TrackingStatus.IN_TRANSIT, scanned)), List.of(), scanned);
        assertThat(moving.whatHelps(scanned)).containsExactly(IncidentHandling.NEW_DATE);
        assertThat(moving.whatHelps(scanned.plus(Duration.ofHours(61))))
                .containsExactly(IncidentHandling.TRACE, IncidentHandling.NEW_DATE);
        Parcel waiting = FRESH.heard(List.of(scan(TrackingStatus.READY_FOR_PICKUP, scanned)), List.of(), scanned);
        assertThat(waiting.whatHelps(scanned)).containsExactly(IncidentHandling.REMIND_THEN_RETURN);
        Parcel nobodyHome = FRESH.heard(
                List.of(trouble(TrackingStatus.DELIVERY_FAILED, IncidentKind.CONSIGNEE_ABSENT, scanned)),
                List.of(),
                scanned);
        assertThat(nobodyHome.whatHelps(scanned)).containsExactly(IncidentHandling.REDELIVER);
    }

    @Test
    void delivered_it_is_over_and_nobody_asks_any_more() {
        Parcel there = FRESH.heard(
                List.of(scan(TrackingStatus.DELIVERED, TAKEN.plusSeconds(60))), List.of(), TAKEN.plusSeconds(120));
        assertThat(there.isOver()).isTrue();
        assertThat(there.pollAt()).isNull();
        assertThat(there.silentAt()).isNull();
    }

    @Test
    void an_announcement_from_before_the_hand_over_is_no_movement() {
        Parcel announced = FRESH.heard(
                List.of(scan(TrackingStatus.CREATED, TAKEN.minusSeconds(60))), List.of(), TAKEN.plusSeconds(60));
        assertThat(announced.lastMovement()).isEqualTo(TAKEN);
        Instant later = TAKEN.plusSeconds(60);
        assertThat(FRESH.heard(List.of(scan(TrackingStatus.CREATED, later)), List.of(), later)
                        .lastMovement())
                .isEqualTo(later);
        Instant before = TAKEN.minusSeconds(60);
        assertThat(FRESH.heard(List.of(scan(TrackingStatus.COLLECTED, before)), List.of(), later)
                        .lastMovement())
                .as("a scan is one, whatever the clock of the scanner says")
                .isEqualTo(before);
    }

    @Test
    void silent_for_two_weeks_it_is_taken_for_lost() {
        Instant given = TAKEN.plus(Duration.ofDays(14));
        assertThat(FRESH.isSilentEnoughToBeLost(given.minusSeconds(1))).isFalse();
        assertThat(FRESH.isSilentEnoughToBeLost(given)).isTrue();
        assertThat(FRESH.silenceNoted(given.minusSeconds(1)).silentAt()).isEqualTo(given);
        assertThat(FRESH.silenceNoted(given).silentAt()).isNull();
        assertThat(FRESH.silenceNoted(given).version()).isEqualTo(2);
    }

    @Test
    void who_could_not_say_anything_is_asked_again() {
        Instant later = TAKEN.plusSeconds(99);
        assertThat(FRESH.askAgainAt(later).pollAt()).isEqualTo(later);
        assertThat(FRESH.askAgainAt(later).version()).isEqualTo(2);
    }

    @Test
    void the_newest_estimate_counts_and_before_any_the_newest_promise() {
        ArrivalWindow promise = window(ArrivalWindow.Kind.COMMITMENT, 3);
        ArrivalWindow first = window(ArrivalWindow.Kind.ESTIMATE, 4);
        ArrivalWindow second = window(ArrivalWindow.Kind.ESTIMATE, 5);
        ArrivalWindow another = window(ArrivalWindow.Kind.COMMITMENT, 6);

        assertThat(FRESH.latestWindow()).isNull();
        assertThat(told(promise).latestWindow()).isEqualTo(promise);
        assertThat(told(promise, another).latestWindow()).isEqualTo(another);
        assertThat(told(promise, first, second, another).latestWindow()).isEqualTo(second);
        assertThat(told(promise, promise).windows()).containsExactly(promise);
    }

    @ParameterizedTest
    @CsvSource({
        "OUT_FOR_DELIVERY, PT20M, P2D",
        "AT_DESTINATION, PT1H, P3D",
        "DELIVERY_FAILED, PT1H, P3D",
        "COLLECTED, PT3H, P5D",
        "IN_CUSTOMS, PT6H, P10D",
        "READY_FOR_PICKUP, PT6H, P10D",
        "LOST, PT24H, ",
        "RETURNED, , ",
    })
    void each_status_has_its_pace(TrackingStatus status, @Nullable Duration pause, @Nullable Duration silence) {
        Parcel heard = FRESH.heard(List.of(scan(status, TAKEN)), List.of(), TAKEN);
        assertThat(heard.pollAt()).isEqualTo(pause == null ? null : TAKEN.plus(pause));
        assertThat(heard.silentAt()).isEqualTo(silence == null ? null : TAKEN.plus(silence));
    }

    @Test
    void what_has_not_moved_for_four_days_is_looked_at_seldom() {
        Instant fourDays = TAKEN.plus(Duration.ofDays(4));
        assertThat(FRESH.heard(List.of(scan(TrackingStatus.IN_TRANSIT, TAKEN)), List.of(), fourDays)
                        .pollAt())
                .isEqualTo(fourDays.plus(Duration.ofHours(3)));
        Instant more = fourDays.plusSeconds(1);
        assertThat(FRESH.heard(List.of(scan(TrackingStatus.IN_TRANSIT, TAKEN)), List.of(), more)
                        .pollAt())
                .isEqualTo(more.plus(Duration.ofHours(12)));
        assertThat(FRESH.heard(List.of(scan(TrackingStatus.LOST, TAKEN)), List.of(), more)
                        .pollAt())
                .isEqualTo(more.plus(Duration.ofDays(1)));
    }

    private static Parcel told(ArrivalWindow... windows) {
        return FRESH.heard(List.of(), List.of(windows), TAKEN);
    }

    private static ArrivalWindow window(ArrivalWindow.Kind kind, int day) {
        return new ArrivalWindow(kind, null, EventTime.dayOnly("day " + day, LocalDate.of(2026, 3, day)), null);
    }

    @Test
    void of_every_window_it_is_known_since_when() {
        ArrivalWindow first = window(ArrivalWindow.Kind.COMMITMENT, 3);
        ArrivalWindow second = window(ArrivalWindow.Kind.ESTIMATE, 4);
        Instant later = TAKEN.plusSeconds(60);
        Parcel parcel = Parcel.handedOver(new FulfilmentId(order(1), 1), A_CARRIER, A_PARCEL, TAKEN)
                .heard(List.of(), List.of(first), TAKEN)
                .heard(List.of(), List.of(first, second), later);

        assertThat(parcel.windows()).containsExactly(first, second);
        assertThat(parcel.toldAt()).containsExactly(TAKEN, later);
    }
}
