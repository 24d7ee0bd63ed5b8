package io.ordercore.domain.logistics.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProgressTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "OUT_FOR_DELIVERY, PT20M, P2D",
        "AT_DESTINATION, PT1H, P3D",
        "DELIVERY_FAILED, PT1H, P3D",
        "EXCEPTION, PT1H, P3D",
        "INTERCEPTED, PT1H, P3D",
        "UNKNOWN, PT3H, P3D",
        "CREATED, PT3H, P3D",
        "COLLECTED, PT3H, P5D",
        "IN_TRANSIT, PT3H, P5D",
        "IN_CUSTOMS, PT6H, P10D",
        "READY_FOR_PICKUP, PT6H, P10D",
        "RETURNING, PT6H, P10D",
    })
    void a_parcel_on_its_way_is_looked_at_as_often_as_it_may_move(
            TrackingStatus status, Duration pause, Duration silence) {
        assertThat(Progress.nextLook(at(status), NOW, null, NOW)).isEqualTo(NOW.plus(pause));
        assertThat(Progress.silentAt(at(status), NOW)).isEqualTo(NOW.plus(silence));
    }

    @Test
    void a_lost_one_may_turn_up_any_day() {
        assertThat(Progress.nextLook(at(TrackingStatus.LOST), NOW, null, NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
        Instant longAgo = NOW.minus(Duration.ofDays(30));
        assertThat(Progress.nextLook(at(TrackingStatus.LOST), longAgo, null, NOW))
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "DESTROYED", "RETURNED", "DELIVERED"})
    void one_at_its_end_is_not_looked_at(TrackingStatus status) {
        assertThat(Progress.nextLook(at(status), NOW, null, NOW)).isNull();
        assertThat(Progress.silentAt(at(status), NOW)).isNull();
    }

    @Test
    void one_that_has_not_moved_for_four_days_is_looked_at_twice_a_day() {
        Instant fourDaysAgo = NOW.minus(Duration.ofDays(4));
        TrackingState onItsWay = at(TrackingStatus.IN_TRANSIT);
        assertThat(Progress.nextLook(onItsWay, fourDaysAgo, null, NOW)).isEqualTo(NOW.plus(Duration.ofHours(3)));
        assertThat(Progress.nextLook(onItsWay, fourDaysAgo.minusMillis(1), null, NOW))
                .isEqualTo(NOW.plus(Duration.ofHours(12)));
    }

    @ParameterizedTest
    @CsvSource({
        "IN_TRANSIT, P6D, PT12H",
        "IN_TRANSIT, P1DT8H, PT8H",
        "IN_TRANSIT, P1DT1H, PT6H15M",
        "IN_TRANSIT, PT20H, PT1H",
        "IN_TRANSIT, PT-20H, PT1H",
        "IN_TRANSIT, PT-25H, PT3H",
        "AT_DESTINATION, P2D, PT12H",
        "OUT_FOR_DELIVERY, P2D, PT20M",
        "IN_CUSTOMS, PT20H, PT6H",
    })
    void far_from_the_expected_day_it_is_looked_at_seldom_and_often_around_it(
            TrackingStatus status, Duration left, Duration pause) {
        assertThat(Progress.nextLook(at(status), NOW, NOW.plus(left), NOW)).isEqualTo(NOW.plus(pause));
    }

    private static TrackingState at(TrackingStatus status) {
        return new TrackingState(status, List.of(), List.of(), List.of());
    }
}
