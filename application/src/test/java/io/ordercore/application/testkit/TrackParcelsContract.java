package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.EndangeredParcels;
import io.ordercore.application.logistics.PushLog;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.arrival.Danger;
import io.ordercore.domain.logistics.arrival.Expectation;
import io.ordercore.domain.logistics.arrival.Lane;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of parcels and pushes promises. */
public abstract class TrackParcelsContract extends StoreContract {
    private static final CarrierCode CARRIER = new CarrierCode("simulated");
    private static final TrackingNumber NUMBER = new TrackingNumber("SIM-LOST-1");
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Test
    void what_a_carrier_said_is_found_again_in_full() {
        Parcel parcel = parcel(1, TUESDAY_MORNING);
        Parcel heard = parcel.heard(
                        List.of(
                                event("PICKED", Meaning.of(TrackingStatus.COLLECTED), 3600),
                                event("BROKEN", Meaning.of(TrackingStatus.IN_TRANSIT, IncidentKind.DAMAGED), 7200),
                                new TrackingEvent(
                                        CARRIER,
                                        NUMBER,
                                        "e-7",
                                        "NOTE",
                                        "photo filed",
                                        EventTime.dayOnly("3 Nov", LocalDate.of(2026, 11, 3)),
                                        Meaning.note(null),
                                        null,
                                        TUESDAY_MORNING)),
                        List.of(new ArrivalWindow(
                                ArrivalWindow.Kind.ESTIMATE, null, EventTime.unreadable("tomorrow"), "weather")),
                        TUESDAY_MORNING.plusSeconds(9000))
                .expected(Expectation.on(new Lane("m1", "CN/Zhejiang", "31"))
                        .revised(new ArrivalForecast(
                                TUESDAY_MORNING.plusSeconds(86_400),
                                TUESDAY_MORNING.plusSeconds(172_800),
                                TUESDAY_MORNING)));
        store.parcels().save(parcel);
        store.parcels().save(heard);

        assertThat(store.parcels().find(parcel.fulfilment())).contains(heard);
        assertThat(store.parcels().of(parcel.fulfilment().order())).containsExactly(heard);
        assertThatThrownBy(() -> store.parcels().save(heard)).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void T5_of_parcels_with_one_number_the_latest_handed_over_comes_first() {
        Parcel old = parcel(1, TUESDAY_MORNING.minus(Duration.ofDays(200)));
        Parcel recent = parcel(2, TUESDAY_MORNING);
        store.parcels().save(old);
        store.parcels().save(recent);
        assertThat(store.parcels().numbered(CARRIER, NUMBER)).containsExactly(recent, old);
    }

    @Test
    void T10_a_second_parcels_number_is_added_never_put_in_place_of_the_first() {
        Parcel first = parcel(1, TUESDAY_MORNING);
        OrderId order = first.fulfilment().order();
        Parcel second = Parcel.handedOver(
                new FulfilmentId(order, 2), CARRIER, new TrackingNumber("SIM-PLAIN-2"), TUESDAY_MORNING);
        store.parcels().save(first);
        store.parcels().save(second);
        assertThat(store.parcels().of(order)).containsExactly(first, second);
        assertThat(store.parcels().numbered(CARRIER, NUMBER)).containsExactly(first);
    }

    @Test
    void a_due_parcel_is_given_to_one_node_until_its_lease_ends() {
        store.parcels().save(parcel(1, TUESDAY_MORNING));
        Instant now = TUESDAY_MORNING.plusSeconds(90);
        assertThat(store.parcels().takeDue(now.minusSeconds(60), LEASE, 9)).isEmpty();
        assertThat(store.parcels().takeDue(now, LEASE, 9)).hasSize(1);
        assertThat(store.parcels().takeDue(now, LEASE, 9)).isEmpty();
        assertThat(store.parcels().takeDue(now.plus(LEASE), LEASE, 9)).hasSize(1);
    }

    @Test
    void silence_is_found_for_open_journeys_only() {
        Parcel silent = parcel(1, TUESDAY_MORNING);
        Parcel arrived = parcel(2, TUESDAY_MORNING);
        store.parcels().save(silent);
        store.parcels().save(arrived);
        store.parcels()
                .save(arrived.heard(
                        List.of(event("DOOR", Meaning.of(TrackingStatus.DELIVERED), 60)), List.of(), TUESDAY_MORNING));
        assertThat(store.parcels().silent(TUESDAY_MORNING.plus(Duration.ofDays(2)), 9))
                .isEmpty();
        assertThat(store.parcels().silent(TUESDAY_MORNING.plus(Duration.ofDays(9)), 9))
                .containsExactly(silent);
    }

    @Test
    void the_work_list_of_endangered_parcels_is_paged_by_urgency_and_holds_open_journeys_only() {
        Parcel tooLate = endangered(1, -30, -90);
        Parcel longTooLate = endangered(2, -40, -50);
        Parcel risky = endangered(3, 60, -60);
        Parcel asRisky = endangered(4, 60, -60);
        Parcel lessRisky = endangered(5, 60, -1);
        Parcel inTime = endangered(6, 600, 1);
        Parcel arrived = endangered(7, -30, -90)
                .heard(List.of(event("DOOR", Meaning.of(TrackingStatus.DELIVERED), 60)), List.of(), TUESDAY_MORNING);
        List.of(asRisky, tooLate, lessRisky, risky, longTooLate, inTime, endangered(7, -30, -90), arrived)
                .forEach(store.parcels()::save);

        List<Parcel> paged = new ArrayList<>();
        EndangeredParcels.Place after = null;
        List<Parcel> page;
        do {
            page = store.parcels().endangered(new EndangeredParcels(TUESDAY_MORNING, CARRIER, after, 2));
            paged.addAll(page);
            Parcel last = paged.get(paged.size() - 1);
            long urgency = Objects.requireNonNull(last.danger()).urgency(TUESDAY_MORNING);
            after = new EndangeredParcels.Place(urgency, last.fulfilment());
        } while (!page.isEmpty());

        assertThat(paged).containsExactly(longTooLate, tooLate, asRisky, risky, lessRisky);
        assertThat(store.parcels()
                        .endangered(new EndangeredParcels(TUESDAY_MORNING, new CarrierCode("another"), null, 9)))
                .isEmpty();
        assertThat(store.parcels().find(risky.fulfilment())).contains(risky);
    }

    /** Promised, and in danger, so many minutes after Tuesday morning. */
    private static Parcel endangered(int n, int promised, int from) {
        return parcel(n, TUESDAY_MORNING)
                .expected(Expectation.on(new Lane("m1", "CN/Zhejiang", "31"))
                        .endangered(new Danger(
                                TUESDAY_MORNING.plus(Duration.ofMinutes(promised)),
                                TUESDAY_MORNING.plus(Duration.ofMinutes(from)))));
    }

    @Test
    void T9_a_push_is_processed_once_however_often_it_comes() {
        PushLog.Kept push = push("{\"n\":1}");
        List<PushLog.Kept> seen = new ArrayList<>();
        store.pushes().keep(push);
        store.pushes().keep(push);
        assertThat(store.pushes().process(9, seen::add)).isOne();
        store.pushes().keep(push);
        assertThat(store.pushes().process(9, seen::add)).isZero();
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).push().body()).isEqualTo(push.push().body());
        assertThat(seen.get(0).push().header("x-signature")).isEqualTo("s");
        assertThat(seen.get(0).receivedAt()).isEqualTo(TUESDAY_MORNING);
    }

    @Test
    void a_push_that_fails_is_put_aside_and_holds_up_nobody() {
        store.pushes().keep(push("{\"n\":1}"));
        store.pushes().keep(push("{\"n\":2}"));
        List<String> seen = new ArrayList<>();
        store.pushes().process(9, kept -> {
            String body = new String(kept.push().body(), StandardCharsets.UTF_8);
            if (body.contains("1")) {
                throw new IllegalStateException("unreadable");
            }
            seen.add(body);
        });
        assertThat(seen).containsExactly("{\"n\":2}");
        assertThat(store.pushes().process(9, kept -> seen.add("again"))).isZero();
    }

    @Test
    void refused_pushes_are_counted() {
        store.pushes().refused(CARRIER, TUESDAY_MORNING);
        store.pushes().refused(CARRIER, TUESDAY_MORNING.plusSeconds(60));
        assertThat(store.pushes().refusedSince(CARRIER, TUESDAY_MORNING.plusSeconds(1)))
                .isOne();
        assertThat(store.pushes().refusedSince(new CarrierCode("other"), TUESDAY_MORNING))
                .isZero();
    }

    private static PushLog.Kept push(String body) {
        return new PushLog.Kept(
                CARRIER,
                new CarrierPush(Map.of("X-Signature", "s"), body.getBytes(StandardCharsets.UTF_8)),
                TUESDAY_MORNING);
    }

    private static Parcel parcel(int n, Instant at) {
        OrderId order = new OrderId(new PurchaseId(new UUID(0x0199000000007000L, 0x8000000000000000L + n)), 1);
        return Parcel.handedOver(new FulfilmentId(order, 1), CARRIER, NUMBER, at);
    }

    private static TrackingEvent event(String code, Meaning meaning, int seconds) {
        Instant at = TUESDAY_MORNING.plusSeconds(seconds);
        return new TrackingEvent(
                CARRIER,
                NUMBER,
                null,
                code,
                code,
                EventTime.explicit(at.toString(), at.atOffset(ZoneOffset.UTC)),
                meaning,
                "Wuhan",
                at);
    }
}
