package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.Books;
import io.ordercore.application.logistics.Cancels;
import io.ordercore.application.logistics.Cancels.CancelOutcome;
import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.carriage.BookCarriage;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.carriage.Box;
import io.ordercore.domain.logistics.carriage.Carriage;
import io.ordercore.domain.logistics.carriage.Carriage.Wish;
import io.ordercore.domain.logistics.carriage.CarriageRefusal;
import io.ordercore.domain.logistics.carriage.CarriageStatus;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Booking carriers on any store: one label for a fulfilment, whoever asks, however often, and whatever gets lost. */
public abstract class BookCarriageContract extends StoreContract {
    private static final CarrierCode CODE = new CarrierCode("label-post");
    private static final Actor LI_HERSELF = Actor.of("li", Role.BUYER);
    private static final Actor WAREHOUSE = Actor.of("warehouse-1", Role.WAREHOUSE);

    private final LabelPost carrier = new LabelPost();
    private Ordercore core;
    private Instant now = TUESDAY_MORNING.plusSeconds(60);

    @BeforeEach
    void buildTheCore() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .carriers(new Carriers(List.of(carrier)))
                .carrierPause(Duration.ofSeconds(10))
                .clock(new TestClock(() -> now))
                .build();
        marketplace.sells("blue-kettle", "99.00", 10);
    }

    @Test
    void a_carrier_is_booked_and_gives_its_number_and_label() {
        FulfilmentId parcel = released();
        assertThat(requested(parcel, wish(CODE, 500)).status()).isEqualTo(CarriageStatus.REQUESTED);
        assertThat(carrier.labels).isEmpty();
        assertThat(books().ask(10)).isOne();
        Carriage booked = stored(parcel);
        assertThat(booked.status()).isEqualTo(CarriageStatus.BOOKED);
        assertThat(booked.label().numbers()).containsExactly(new TrackingNumber("LP0001"));
        assertThat(booked.label().price()).isEqualTo(Money.parse("CNY 12.00"));
        assertThat(booked.wish()).isEqualTo(wish(CODE, 500));
        assertThat(carrier.sent.get(0).parcels().get(0).declaredValue()).isEqualTo(Money.parse("CNY 198.00"));
        assertThat(books().ask(10)).isZero();
    }

    @Test
    void T13_two_concurrent_dispatches_buy_one_label() throws Exception {
        FulfilmentId parcel = released();
        requested(parcel, wish(CODE, 500));
        assertThat(requested(parcel, wish(CODE, 500)).version()).isEqualTo(1);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                asked.add(nodes.submit(() -> books().ask(10)));
            }
            for (Future<Integer> each : asked) {
                each.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(carrier.labels).hasSize(1);
        assertThat(stored(parcel).status()).isEqualTo(CarriageStatus.BOOKED);
    }

    @Test
    void T13_a_retry_after_a_lost_answer_finds_the_label_that_was_bought() {
        FulfilmentId parcel = released();
        requested(parcel, wish(CODE, 500));
        carrier.losesTheNextAnswer = true;
        books().ask(10);
        assertThat(stored(parcel).status()).isEqualTo(CarriageStatus.REQUESTED);
        assertThat(books().ask(10)).isZero();
        now = now.plusSeconds(11);
        books().ask(10);
        assertThat(stored(parcel).label().numbers()).containsExactly(new TrackingNumber("LP0001"));
        assertThat(carrier.labels).hasSize(1);
    }

    @Test
    void a_node_that_died_while_it_asked_is_relieved_and_buys_nothing_twice() {
        FulfilmentId parcel = released();
        Carriage asking = requested(parcel, wish(CODE, 500)).asking(now.plusSeconds(30));
        store.carriages().save(asking);
        now = now.plusSeconds(31);
        books().ask(10);
        assertThat(stored(parcel).status()).isEqualTo(CarriageStatus.BOOKED);
        assertThat(carrier.labels).hasSize(1);
    }

    @Test
    void what_a_carrier_refuses_may_be_asked_for_otherwise() {
        FulfilmentId parcel = released();
        requested(parcel, wish(CODE, 500));
        carrier.answers.add(CarrierResult.rejected(CarrierErrorCode.NOT_SERVICEABLE, "7", "not there"));
        books().ask(10);
        assertThat(stored(parcel).status()).isEqualTo(CarriageStatus.REFUSED);
        assertThat(stored(parcel).reason()).isEqualTo("NOT_SERVICEABLE not there");
        assertThat(requested(parcel, wish(CODE, 400)).attempt()).isEqualTo(2);
        books().ask(10);
        assertThat(stored(parcel).status()).isEqualTo(CarriageStatus.BOOKED);
        assertThat(refused(parcel, wish(CODE, 300))).containsExactly(CarriageRefusal.ALREADY_BOOKED);
    }

    @Test
    void a_carrier_that_cannot_be_reached_is_asked_for_an_hour() {
        FulfilmentId parcel = released();
        requested(parcel, wish(CODE, 500));
        for (int minute = 0; minute <= 61; minute++) {
            carrier.answers.add(CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, Duration.ofSeconds(60)));
            books().ask(10);
            now = now.plusSeconds(60);
        }
        assertThat(stored(parcel).status()).isEqualTo(CarriageStatus.REFUSED);
        assertThat(stored(parcel).reason()).isEqualTo("UPSTREAM_DOWN");
    }

    @Test
    void a_booking_is_taken_back_and_another_may_be_made() {
        FulfilmentId parcel = released();
        assertThat(refusals(books().cancel(parcel))).containsExactly(CarriageRefusal.NOT_BOOKED);
        requested(parcel, wish(CODE, 500));
        books().ask(10);
        assertThat(agreed(books().cancel(parcel)).status()).isEqualTo(CarriageStatus.CANCELLING);
        assertThat(refused(parcel, wish(CODE, 400))).containsExactly(CarriageRefusal.ALREADY_BOOKED);
        carrier.takesBack = CancelOutcome.PENDING;
        books().ask(10);
        assertThat(stored(parcel).status()).isEqualTo(CarriageStatus.CANCELLING);
        carrier.takesBack = CancelOutcome.CANCELLED;
        now = now.plusSeconds(11);
        books().ask(10);
        assertThat(agreed(books().cancel(parcel)).status()).isEqualTo(CarriageStatus.CANCELLED);
        assertThat(requested(parcel, wish(CODE, 400)).attempt()).isEqualTo(2);
    }

    @Test
    void a_booking_the_carrier_does_not_take_back_stands() {
        FulfilmentId parcel = released();
        requested(parcel, wish(CODE, 500));
        books().ask(10);
        books().cancel(parcel);
        carrier.takesBack = CancelOutcome.TOO_LATE;
        books().ask(10);
        assertThat(stored(parcel).status()).isEqualTo(CarriageStatus.BOOKED);
        assertThat(stored(parcel).reason()).isEqualTo("TOO_LATE");
    }

    @Test
    void a_label_bought_while_its_goods_were_given_back_is_taken_back() {
        FulfilmentId parcel = released();
        requested(parcel, wish(CODE, 500));
        Fulfilment given = store.fulfilments().find(parcel).orElseThrow();
        store.fulfilments().save(given.cancelled());
        books().ask(10);
        books().ask(10);
        assertThat(stored(parcel).status()).isEqualTo(CarriageStatus.CANCELLED);
    }

    @Test
    void nobody_is_asked_for_what_cannot_be_booked() {
        FulfilmentId parcel = released();
        assertThat(refused(parcel, wish(new CarrierCode("nobody"), 500)))
                .containsExactly(CarriageRefusal.CARRIER_NOT_CONNECTED);
        core.fulfilment().fulfilOrder().pick(parcel, WAREHOUSE);
        core.fulfilment().fulfilOrder().pack(parcel, WAREHOUSE);
        core.fulfilment().fulfilOrder().handOver(parcel, "label-post", "LP12345678", WAREHOUSE);
        assertThat(refused(parcel, wish(CODE, 500))).containsExactly(CarriageRefusal.NOTHING_TO_BOOK);
        assertThat(books().of(parcel)).isEmpty();
    }

    private FulfilmentId released() {
        Order order = marketplace.place(1, line("blue-kettle", 2, "99.00"));
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(
                        order.id().purchase(), "tok_ok", new CommandKey("li", "pay"), "pay", LI_HERSELF));
        core.fulfilment().fulfilOrder().release(order.id(), Map.of(), null, WAREHOUSE);
        return new FulfilmentId(order.id(), 1);
    }

    private BookCarriage books() {
        return core.carriage().bookCarriage();
    }

    private Carriage stored(FulfilmentId parcel) {
        return books().of(parcel).orElseThrow();
    }

    private static Wish wish(CarrierCode carrier, int grams) {
        return new Wish(carrier, "", Outcomes.shipment(grams).from(), List.of(new Box(grams, 300, 200, 100)));
    }

    private Carriage requested(FulfilmentId parcel, Wish wish) {
        return agreed(books().request(parcel, wish));
    }

    private static Carriage agreed(BookCarriage.Decision decision) {
        return decision.decide(new BookCarriage.Decision.Cases<>() {
            @Override
            public Carriage requested(Carriage carriage) {
                return carriage;
            }

            @Override
            public Carriage refused(Set<CarriageRefusal> reasons) {
                throw new AssertionError("refused: " + reasons);
            }
        });
    }

    private Set<CarriageRefusal> refused(FulfilmentId parcel, Wish wish) {
        return refusals(books().request(parcel, wish));
    }

    private static Set<CarriageRefusal> refusals(BookCarriage.Decision decision) {
        return decision.decide(new BookCarriage.Decision.Cases<>() {
            @Override
            public Set<CarriageRefusal> requested(Carriage carriage) {
                return Set.of();
            }

            @Override
            public Set<CarriageRefusal> refused(Set<CarriageRefusal> reasons) {
                return reasons;
            }
        });
    }

    /** Buys a label for whoever asks, unless it is told to answer otherwise; it knows no keys, but finds what it sold. */
    private static final class LabelPost implements CarrierGateway, Books, Cancels {
        private final Map<IdempotencyKey, Booking> labels = Collections.synchronizedMap(new LinkedHashMap<>());
        private final List<ShipmentOrder> sent = Collections.synchronizedList(new ArrayList<>());
        private final Queue<CarrierResult<Booking>> answers = new ArrayDeque<>();
        private boolean losesTheNextAnswer;
        private CancelOutcome takesBack = CancelOutcome.CANCELLED;

        @Override
        public CarrierProfile describe() {
            return new CarrierProfile(
                    CODE,
                    "Label Post",
                    EnumSet.of(Capability.BOOK, Capability.CANCEL),
                    1,
                    Set.of(),
                    null,
                    CallBudget.UNPUBLISHED,
                    List.of());
        }

        @Override
        public Meaning meaningOf(CarrierSignal signal) {
            return Meaning.UNMAPPED;
        }

        @Override
        public CarrierResult<Booking> book(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
            CarrierResult<Booking> told = answers.poll();
            if (told != null) {
                return told;
            }
            sent.add(shipment);
            Booking booking = new Booking(
                    "ref-" + sent.size(),
                    List.of(new TrackingNumber("LP000" + sent.size())),
                    "https://label.example/" + sent.size(),
                    Money.parse("CNY 12.00"));
            if (labels.put(key, booking) != null) {
                throw new AssertionError("bought twice under " + key);
            }
            boolean lost = losesTheNextAnswer;
            losesTheNextAnswer = false;
            return lost ? new CarrierResult.OutcomeUnknown<>(key) : CarrierResult.ok(booking, "");
        }

        @Override
        public CarrierResult<CancelOutcome> cancel(
                CarrierContext context, String carrierRef, String reason, IdempotencyKey key) {
            return CarrierResult.ok(takesBack, "");
        }

        @Override
        public CarrierResult<Booking> findBooking(CarrierContext context, IdempotencyKey key) {
            Booking found = labels.get(key);
            return found == null
                    ? CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never booked")
                    : CarrierResult.ok(found, "");
        }
    }
}
