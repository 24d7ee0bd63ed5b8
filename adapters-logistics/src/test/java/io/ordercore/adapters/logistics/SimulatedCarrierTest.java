package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.Cancels.CancelOutcome;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.Claims.ClaimRequest;
import io.ordercore.application.logistics.Claims.ClaimStatus;
import io.ordercore.application.logistics.Claims.ClaimType;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.InterceptAction;
import io.ordercore.application.logistics.Intercepts.InterceptRequest;
import io.ordercore.application.logistics.Intercepts.InterceptTicket;
import io.ordercore.application.logistics.Intercepts.Payer;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.ShipmentOrder.ParcelToSend;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SimulatedCarrierTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("key-1");
    private static final Money WORTH = Money.parse("CNY 99.00");

    private final MovingClock clock = new MovingClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final SimulatedCarrier carrier = carrier(7);

    private SimulatedCarrier carrier(long seed) {
        return new SimulatedCarrier("secret", seed, SimulatedCarrier.Pace.REAL, clock);
    }

    @Test
    void T13_a_retry_after_a_lost_answer_buys_one_label() {
        ShipmentOrder shipment = shipment("answer-lost");
        assertThat(carrier.book(context(), shipment, KEY)).isEqualTo(new CarrierResult.OutcomeUnknown<>(KEY));
        Booking found = ok(carrier.findBooking(context(), KEY));
        assertThat(ok(carrier.book(context(), shipment, KEY))).isEqualTo(found);
    }

    @Test
    void T14_the_same_key_with_another_body_is_a_conflict() {
        carrier.book(context(), shipment("plain"), KEY);
        assertThat(carrier.book(context(), shipment("lost"), KEY))
                .isEqualTo(CarrierResult.rejected(CarrierErrorCode.DUPLICATE, "", "something else under this key"));
    }

    @Test
    void a_parcel_makes_the_journey_it_was_booked_for() {
        TrackingNumber number = booked("delayed");
        assertThat(status(number)).isEqualTo(TrackingStatus.CREATED);
        clock.pass(Duration.ofHours(41));
        TrackingSnapshot late = tracked(number);
        assertThat(late.state().openIncidents()).hasSize(1);
        assertThat(late.windows()).hasSize(3);
        clock.pass(Duration.ofDays(5));
        assertThat(status(number)).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(ok(carrier.proofOfDelivery(context(), number)).signedBy()).isEqualTo("the buyer");
    }

    @Test
    void the_same_seed_draws_the_same_journeys() {
        TrackingNumber number = new TrackingNumber("ABC123456");
        SimulatedCarrier same = carrier(7);
        tracked(number);
        same.track(context(), List.of(TrackingRef.of(number)));
        clock.pass(Duration.ofDays(9));
        assertThat(ok(same.track(context(), List.of(TrackingRef.of(number))).get(number))
                        .state())
                .isEqualTo(tracked(number).state());
    }

    @Test
    void a_booking_is_cancelled_until_the_parcel_is_collected() {
        Booking booking = ok(carrier.book(context(), shipment("plain"), KEY));
        assertThat(ok(carrier.cancel(context(), booking.carrierRef(), "changed my mind", KEY)))
                .isEqualTo(CancelOutcome.CANCELLED);
        Booking other = ok(carrier.book(context(), shipment("plain"), new IdempotencyKey("key-2")));
        clock.pass(Duration.ofHours(5));
        assertThat(ok(carrier.cancel(context(), other.carrierRef(), "too late", KEY)))
                .isEqualTo(CancelOutcome.TOO_LATE);
        assertThat(ok(carrier.cancel(context(), booking.carrierRef(), "again", KEY)))
                .isEqualTo(CancelOutcome.CANCELLED);
    }

    @Test
    void an_interception_is_answered_later_and_brings_the_parcel_home() {
        TrackingNumber number = booked("plain");
        clock.pass(Duration.ofHours(20));
        assertThat(ok(carrier.interceptOptions(context(), number))).hasSize(6);
        assertThat(stop(number).status()).isEqualTo(InterceptTicket.Status.REQUESTED);
        clock.pass(Duration.ofHours(3));
        assertThat(stop(number).status()).isEqualTo(InterceptTicket.Status.ACCEPTED);
        assertThat(status(number)).isEqualTo(TrackingStatus.INTERCEPTED);
        clock.pass(Duration.ofHours(50));
        assertThat(ok(carrier.findIntercept(context(), number, KEY)).status()).isEqualTo(InterceptTicket.Status.DONE);
        assertThat(status(number)).isEqualTo(TrackingStatus.RETURNED);
    }

    @Test
    void a_stubborn_parcel_refuses_and_a_delivered_one_is_too_late() {
        TrackingNumber number = booked("stubborn");
        clock.pass(Duration.ofHours(20));
        stop(number);
        clock.pass(Duration.ofHours(3));
        assertThat(stop(number).status()).isEqualTo(InterceptTicket.Status.REFUSED);
        TrackingNumber other = new TrackingNumber("SIM-PLAIN-9D-1");
        assertThat(carrier.intercept(context(), request(other), new IdempotencyKey("key-3")))
                .isEqualTo(
                        CarrierResult.rejected(CarrierErrorCode.TOO_LATE, "409", "the parcel can no longer be turned"));
    }

    @Test
    void a_claim_is_approved_for_a_lost_parcel_and_rejected_for_one_that_arrived() {
        assertThat(claimed("SIM-LOST-20D-1", "key-4")).isEqualTo(ClaimStatus.APPROVED);
        assertThat(claimed("SIM-PLAIN-20D-1", "key-5")).isEqualTo(ClaimStatus.REJECTED);
    }

    private ClaimStatus claimed(String number, String key) {
        ClaimRequest request =
                new ClaimRequest(new TrackingNumber(number), ClaimType.LOST, WORTH, "silent for long", List.of());
        String ref = ok(carrier.openClaim(context(), request, new IdempotencyKey(key)))
                .ref();
        clock.pass(Duration.ofHours(3));
        assertThat(ok(carrier.openClaim(context(), request, new IdempotencyKey(key)))
                        .ref())
                .isEqualTo(ref);
        return ok(carrier.findClaim(context(), ref)).status();
    }

    private InterceptTicket stop(TrackingNumber number) {
        return ok(carrier.intercept(context(), request(number), KEY));
    }

    private static InterceptRequest request(TrackingNumber number) {
        return new InterceptRequest(
                number, InterceptAction.RETURN_TO_SENDER, null, null, Payer.SHIPPER, "wrong colour");
    }

    private TrackingNumber booked(String service) {
        return ok(carrier.book(context(), shipment(service), KEY)).numbers().get(0);
    }

    private TrackingStatus status(TrackingNumber number) {
        return tracked(number).state().status();
    }

    private TrackingSnapshot tracked(TrackingNumber number) {
        return ok(carrier.track(context(), List.of(TrackingRef.of(number))).get(number));
    }

    private static <T> T ok(@Nullable CarrierResult<T> result) {
        if (result instanceof CarrierResult.Ok<T> ok) {
            return ok.value();
        }
        throw new AssertionError("expected a value and got " + result);
    }

    private CarrierContext context() {
        return new CarrierContext("account", "shop", clock.instant().plusSeconds(5), Locale.ENGLISH, "test");
    }

    private static ShipmentOrder shipment(String service) {
        Recipient person = new Recipient(
                "Li Lei",
                new PhoneNumber("13800000002"),
                new Address("CN", "Sichuan", "Chengdu", "Shuangliu", "2 Huafu Avenue", "610200"));
        return new ShipmentOrder(
                "ship-1", person, person, List.of(new ParcelToSend(500, 300, 200, 100, "cup", WORTH)), service, null);
    }

    private static final class MovingClock extends Clock {
        private Instant now;

        MovingClock(Instant start) {
            this.now = start;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
