package io.ordercore.adapters.persistence.memory;

import static io.ordercore.domain.testkit.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.Ordercore;
import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ReceivesPushes;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.application.testkit.MovableClock;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PollCarriersTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final TrackingNumber NUMBER = new TrackingNumber("YT1234567890123");

    private final MemoryStore store = new MemoryStore();
    private final MovableClock clock = new MovableClock(NOON);
    private final Aggregator aggregator = new Aggregator();
    private final Ordercore core = Ordercore.on(store)
            .payments(new SimulatedPaymentGateway(URI.create("https://pay.example/")))
            .clock(clock)
            .carriers(new Carriers(List.of(aggregator)).reachedAt(URI.create("https://shop.example")))
            .build();

    @Test
    void a_parcel_is_subscribed_until_its_carrier_is_heard_and_polled_all_the_same() {
        OrderId order = new OrderId(new PurchaseId(new UUID(0x0199000000007000L, 0x8000000000000001L)), 1);
        store.parcels().save(Parcel.handedOver(new FulfilmentId(order, 1), Aggregator.CODE, NUMBER, NOON));

        for (int poll = 0; poll < 3; poll++) {
            clock.forward(Duration.ofHours(4));
            core.trackParcels().poll(10);
        }

        assertThat(aggregator.subscribed)
                .containsExactly(
                        "https://shop.example/carriers/aggregator/pushes",
                        "https://shop.example/carriers/aggregator/pushes");
        assertThat(aggregator.asked)
                .hasSize(3)
                .allSatisfy(ref -> assertThat(ref.movedBy()).isEqualTo(new CarrierCode("yto")));
    }

    @Test
    void a_carrier_that_answers_nobody_without_the_telephones_last_digits_is_given_them() {
        Order order = new Marketplace(store).sells("kettle", "12.50", 9).place(1, line("kettle", 1, "12.50"));
        store.parcels().save(Parcel.handedOver(new FulfilmentId(order.id(), 1), Aggregator.CODE, NUMBER, NOON));

        clock.forward(Duration.ofHours(4));
        core.trackParcels().poll(10);

        assertThat(aggregator.asked).singleElement().satisfies(ref -> {
            assertThat(ref.phoneSuffix()).hasSize(4);
            assertThat(order.recipient().phone().value()).endsWith(ref.phoneSuffix());
            assertThat(ref.destinationPostalCode())
                    .isEqualTo(order.recipient().address().postalCode());
        });
    }

    /** Knows a parcel from the second question on. */
    private final class Aggregator implements CarrierGateway, Tracks, ReceivesPushes {
        private static final CarrierCode CODE = new CarrierCode("aggregator");
        private final List<TrackingRef> asked = new ArrayList<>();
        private final List<String> subscribed = new ArrayList<>();

        @Override
        public CarrierProfile describe() {
            return new CarrierProfile(
                    CODE,
                    "",
                    Set.of(Capability.TRACK_PULL, Capability.TRACK_PUSH, Capability.NEEDS_PHONE_SUFFIX),
                    1,
                    Set.of(),
                    null,
                    CarrierProfile.CallBudget.UNPUBLISHED,
                    List.of());
        }

        @Override
        public Meaning meaningOf(CarrierSignal signal) {
            return Meaning.UNMAPPED;
        }

        @Override
        public Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(
                CarrierContext context, List<TrackingRef> refs) {
            asked.addAll(refs);
            return Map.of(
                    NUMBER,
                    asked.size() == 1
                            ? CarrierResult.retryable(CarrierErrorCode.NOT_FOUND_YET, Duration.ofMinutes(30))
                            : CarrierResult.ok(
                                    new TrackingSnapshot(
                                            NUMBER, List.of(), List.of(), clock.instant(), List.of(), List.of()),
                                    ""));
        }

        @Override
        public CarrierResult<VerifiedPush> parsePush(CarrierPush push) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_SIGNATURE, "", "");
        }

        @Override
        public CarrierResult<Boolean> subscribe(
                CarrierContext context, TrackingRef parcel, String callbackUrl, IdempotencyKey key) {
            subscribed.add(callbackUrl);
            return CarrierResult.ok(true, "");
        }
    }
}
