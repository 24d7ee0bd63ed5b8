package io.ordercore.domain.logistics.tracking;

import static io.ordercore.domain.logistics.tracking.TrackingStatus.*;
import static io.ordercore.domain.testkit.TrackingFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrackingStateTest {
    private static final Instant MONDAY = at("2026-03-02T08:00:00Z");
    private static final Instant TUESDAY = at("2026-03-03T08:00:00Z");
    private static final Instant WEDNESDAY = at("2026-03-04T08:00:00Z");
    private static final Instant THURSDAY = at("2026-03-05T08:00:00Z");

    @Test
    void the_newest_scan_says_where_the_parcel_is_whatever_order_it_was_heard_in() {
        assertThat(TrackingState.of(List.of(scan(OUT_FOR_DELIVERY, WEDNESDAY), scan(COLLECTED, MONDAY)))
                        .status())
                .isEqualTo(OUT_FOR_DELIVERY);
    }

    @Test
    void nothing_heard_is_unknown() {
        assertThat(TrackingState.nothingYet().status()).isEqualTo(UNKNOWN);
        assertThat(TrackingState.of(List.of())).isEqualTo(TrackingState.nothingYet());
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERED, IN_TRANSIT, DELIVERED",
        "DELIVERED, OUT_FOR_DELIVERY, DELIVERED",
        "DELIVERED, RETURNING, RETURNING",
        "DELIVERED, LOST, DELIVERED",
        "CANCELLED, COLLECTED, CANCELLED",
        "CANCELLED, RETURNING, RETURNING",
        "CANCELLED, DELIVERED, DELIVERED",
        "RETURNED, DELIVERED, RETURNED",
        "RETURNED, RETURNING, RETURNED",
        "RETURNED, IN_TRANSIT, RETURNED",
        "DESTROYED, IN_TRANSIT, DESTROYED",
        "LOST, IN_TRANSIT, IN_TRANSIT",
        "LOST, DELIVERED, DELIVERED",
        "LOST, CREATED, LOST",
        "LOST, EXCEPTION, LOST",
        "RETURNING, DELIVERED, DELIVERED",
        "IN_TRANSIT, UNKNOWN, IN_TRANSIT",
    })
    void a_terminal_state_leaves_only_by_the_table(TrackingStatus first, TrackingStatus later, TrackingStatus end) {
        assertThat(TrackingState.of(List.of(scan(first, MONDAY), scan(later, TUESDAY)))
                        .status())
                .isEqualTo(end);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RETURNED", "DESTROYED"})
    void T10_an_event_from_before_the_delivery_never_moves_a_delivered_parcel(TrackingStatus late) {
        TrackingState delivered = TrackingState.of(List.of(scan(DELIVERED, WEDNESDAY)));
        assertThat(delivered.with(List.of(scan(late, TUESDAY))).status()).isEqualTo(DELIVERED);
    }

    @Test
    void a_return_scanned_in_the_same_second_as_the_delivery_does_not_undo_it() {
        assertThat(TrackingState.of(List.of(scan(DELIVERED, MONDAY), scan(RETURNING, MONDAY)))
                        .status())
                .isEqualTo(DELIVERED);
    }

    @Test
    void T17_the_same_event_again_changes_nothing_even_with_another_wording_of_the_place() {
        TrackingEvent first = event("50", Meaning.of(COLLECTED), MONDAY, "SHENZHEN", MONDAY.plusSeconds(60));
        TrackingEvent again = event("50", Meaning.of(COLLECTED), MONDAY, "Shenzhen, GD", TUESDAY);
        TrackingState state = TrackingState.of(List.of(again, first, again));
        assertThat(state.events()).containsExactly(first);
        assertThat(state).isEqualTo(TrackingState.of(List.of(first)));
    }

    @Test
    void an_unmapped_code_is_kept_and_told_and_never_read_as_in_transit() {
        TrackingState state = TrackingState.of(List.of(event("909", Meaning.UNMAPPED, MONDAY)));
        assertThat(state.status()).isEqualTo(UNKNOWN);
        assertThat(state.unmappedCodes()).containsExactly("909");
    }

    @Test
    void a_refusal_is_over_when_the_parcel_is_delivered_after_all() {
        TrackingState state = TrackingState.of(List.of(
                scan(OUT_FOR_DELIVERY, MONDAY),
                trouble(DELIVERY_FAILED, IncidentKind.REFUSED, TUESDAY),
                scan(OUT_FOR_DELIVERY, WEDNESDAY),
                scan(DELIVERED, THURSDAY)));
        assertThat(state.status()).isEqualTo(DELIVERED);
        assertThat(state.openIncidents()).isEmpty();
        assertThat(state.incidents()).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(IncidentKind.REFUSED);
            assertThat(refusal.resolvedBy())
                    .isNotNull()
                    .extracting(TrackingEvent::orderedBy)
                    .isEqualTo(THURSDAY);
        });
    }

    @Test
    void a_stalled_or_lost_parcel_is_found_by_the_next_scan_a_damaged_one_is_not_mended_by_it() {
        TrackingState state = TrackingState.of(List.of(
                trouble(EXCEPTION, IncidentKind.STALLED, MONDAY),
                trouble(EXCEPTION, IncidentKind.DAMAGED, MONDAY.plusSeconds(60)),
                trouble(LOST, IncidentKind.LOST, TUESDAY),
                scan(IN_TRANSIT, WEDNESDAY)));
        assertThat(state.status()).isEqualTo(IN_TRANSIT);
        assertThat(state.openIncidents()).extracting(ParcelIncident::kind).containsExactly(IncidentKind.DAMAGED);
    }

    @Test
    void damage_found_after_delivery_is_still_an_incident() {
        TrackingState state =
                TrackingState.of(List.of(scan(DELIVERED, MONDAY), trouble(EXCEPTION, IncidentKind.DAMAGED, TUESDAY)));
        assertThat(state.status()).isEqualTo(DELIVERED);
        assertThat(state.openIncidents()).hasSize(1);
    }

    @Test
    void a_time_without_an_instant_still_has_its_place_in_the_order() {
        EventTime noZone = EventTime.withoutZone("2026-03-03 08:00", LocalDateTime.parse("2026-03-03T08:00"));
        TrackingEvent local = new TrackingEvent(
                A_CARRIER, A_PARCEL, null, "X", "x", noZone, Meaning.of(AT_DESTINATION), null, THURSDAY);
        assertThat(TrackingState.of(List.of(local, scan(OUT_FOR_DELIVERY, WEDNESDAY), scan(COLLECTED, MONDAY)))
                        .events())
                .extracting(event -> event.meaning().status())
                .containsExactly(COLLECTED, AT_DESTINATION, OUT_FOR_DELIVERY);
    }

    @Test
    void any_order_and_any_repetition_of_the_same_events_ends_in_the_same_state() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<TrackingEvent> events = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                TrackingStatus status = oneOf(List.of(TrackingStatus.values()), random);
                IncidentKind kind = oneOf(List.of(IncidentKind.values()), random);
                Instant when = MONDAY.plusSeconds(random.nextInt(5) * 3600L);
                events.add(random.nextBoolean() ? scan(status, when) : trouble(status, kind, when));
            }
            TrackingState expected = TrackingState.of(events);
            List<TrackingEvent> noisy = new ArrayList<>(events);
            noisy.addAll(events);
            Collections.shuffle(noisy, random);
            assertThat(TrackingState.of(noisy)).isEqualTo(expected);
            assertThat(TrackingState.of(noisy.subList(0, 9)).with(noisy)).isEqualTo(expected);
        }
    }

    private static <T> T oneOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    @Test
    void the_same_trouble_told_twice_is_one_incident_and_another_after_it_was_over() {
        TrackingState once = TrackingState.of(List.of(
                trouble(EXCEPTION, IncidentKind.STALLED, MONDAY), trouble(EXCEPTION, IncidentKind.STALLED, TUESDAY)));
        assertThat(once.incidents()).hasSize(1);
        assertThat(once.with(List.of(scan(IN_TRANSIT, WEDNESDAY), trouble(EXCEPTION, IncidentKind.STALLED, THURSDAY)))
                        .incidents())
                .hasSize(2);
        assertThat(once.with(List.of(trouble(EXCEPTION, IncidentKind.DAMAGED, WEDNESDAY)))
                        .incidents())
                .hasSize(2);
    }

    @Test
    void when_the_journey_is_over_only_what_outlives_it_is_an_incident() {
        assertThat(TrackingState.of(List.of(scan(DELIVERED, MONDAY), trouble(EXCEPTION, IncidentKind.STALLED, TUESDAY)))
                        .incidents())
                .isEmpty();
        assertThat(TrackingState.of(List.of(
                                scan(IN_TRANSIT, MONDAY), trouble(TrackingStatus.LOST, IncidentKind.LOST, TUESDAY)))
                        .openIncidents())
                .extracting(ParcelIncident::kind)
                .containsExactly(IncidentKind.LOST);
    }
}
