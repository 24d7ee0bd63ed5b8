package io.ordercore.bootstrap.server;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.adapters.logistics.SimulatedCarrier;
import io.ordercore.adapters.persistence.memory.MemoryStore;
import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.EndangeredParcels;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.application.logistics.incident.ChooseRemedy;
import io.ordercore.application.logistics.incident.HandleIncidents;
import io.ordercore.application.logistics.incident.IncidentCases.Filter;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.arrival.Expectation;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.Remedy;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import io.ordercore.domain.order.FulfilmentStatus;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What buyers live through with their parcels, from the hand-over to the last notice, with a carrier that can do everything. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ParcelStoriesTest {
    private static final String SECRET = "secret";
    private static final CarrierCode SIMULATED = new CarrierCode("simulated");
    private static final Actor WAREHOUSE = Actor.of("warehouse-1", Role.WAREHOUSE);
    private static final Actor BUYER = Actor.of("li", Role.BUYER);
    private static final Actor AGENT = Actor.of("agent-1", Role.AGENT);

    private final MovingClock clock = new MovingClock();
    private final MemoryStore store = new MemoryStore();
    private int placed;
    private Ordercore core = with(SimulatedCarrier.Pace.REAL);

    private Ordercore with(SimulatedCarrier.Pace pace) {
        return Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges/")))
                .carriers(new Carriers(List.of(new SimulatedCarrier(SECRET, 1, pace, clock))))
                .clock(clock)
                .build();
    }

    @Test
    void a_parcel_that_is_delivered_delivers_its_order_and_tells_nobody() {
        Order order = handedOver("SIM-PLAIN-7");
        pass(Duration.ofDays(4));
        assertThat(parcelStatus(order)).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(found(order).fulfilmentStatus()).isEqualTo(FulfilmentStatus.DELIVERED);
        assertThat(told(order)).isEmpty();
    }

    @Test
    void a_lost_parcel_is_found_by_silence_claimed_sent_again_and_turns_up() throws Exception {
        Order order = handedOver("SIM-LOST-7");
        pass(Duration.ofDays(4));
        assertThat(cases(order)).isEmpty();
        pass(Duration.ofDays(2));
        assertThat(cases(order)).extracting(IncidentCase::kind).containsExactly(IncidentKind.STALLED);
        pass(Duration.ofDays(10));
        IncidentCase lost = lost(order);
        assertThat(lost.stage()).isEqualTo(CaseStage.REMEDY_OFFERED);
        assertThat(lost.history()).extracting(IncidentCase.Step::what).contains("the carrier is liable");
        assertThat(incidents().workList(Filter.ALL, 9)).contains(lost);

        core.incidents().chooseRemedy().choose(new ChooseRemedy.Command(lost.id(), Remedy.RESHIP, BUYER));
        assertThat(found(order).lines()).hasSize(2);
        push("{\"number\":\"SIM-LOST-7\",\"events\":[{\"code\":\"FOUND\",\"at\":\"" + clock.instant()
                + "\",\"text\":\"found\",\"place\":\"Wuhan\"}]}");
        assertThat(told(order))
                .containsExactly(
                        "parcel-turned-up-late",
                        "remedy-reship",
                        "remedy-offered",
                        "incident-inquiry",
                        "parcel-lost",
                        "remedy-keep-waiting",
                        "inquiry-not-located",
                        "inquiry-opened",
                        "parcel-stalled");
        assertThat(lost(order).stage()).isEqualTo(CaseStage.OPEN);
        incidents().resolve(lost.id(), "keep both", AGENT);
        assertThat(told(order).get(0)).isEqualTo("incident-resolved");
    }

    @Test
    void a_parcel_that_stands_still_is_asked_for_and_taken_for_lost_when_its_carrier_says_so() {
        Order order = handedOver("SIM-GONE-8");
        pass(Duration.ofHours(150));
        assertThat(told(order))
                .containsExactly(
                        "remedy-offered", "incident-inquiry", "parcel-lost", "inquiry-opened", "parcel-stalled");
    }

    @Test
    void a_parcel_that_stands_still_is_found_by_its_carrier_and_goes_on() {
        Order order = handedOver("SIM-FOUND-8");
        pass(Duration.ofDays(6));
        assertThat(told(order))
                .containsExactly("remedy-keep-waiting", "inquiry-located", "inquiry-opened", "parcel-stalled");
        assertThat(cases(order).get(0).history())
                .extracting(IncidentCase.Step::stage)
                .containsExactly(
                        CaseStage.OPEN,
                        CaseStage.CARRIER_INQUIRY,
                        CaseStage.LIABILITY_DECIDED,
                        CaseStage.REMEDY_OFFERED,
                        CaseStage.REMEDY_OFFERED);
    }

    @Test
    void a_carrier_that_does_not_answer_in_time_keeps_no_buyer_waiting() {
        core = with(new SimulatedCarrier.Pace(Duration.ofDays(1), Duration.ofDays(30)));
        Order order = handedOver("SIM-FOUND-8");
        pass(Duration.ofDays(9));
        assertThat(told(order))
                .containsExactly("remedy-keep-waiting", "inquiry-overdue", "inquiry-opened", "parcel-stalled");
        assertThat(incidents().workList(new Filter(null, null, true), 9)).isEqualTo(cases(order));
    }

    @Test
    void a_damaged_parcel_is_claimed_from_the_carrier_and_paid_back() {
        Order order = handedOver("SIM-DAMAGED-7");
        pass(Duration.ofDays(2));
        assertThat(told(order)).containsExactly("remedy-offered", "incident-inquiry", "parcel-damaged");
        assertThat(cases(order).get(0).carrierRef()).isNotNull();
        pass(Duration.ofDays(3));
        assertThat(told(order).get(0)).isEqualTo("remedy-refund");
        assertThat(found(order).snapshot().refundRequested()).isEqualTo(Money.parse("CNY 12.50"));
    }

    @Test
    void a_delayed_parcel_is_told_with_its_new_date_and_ends_with_its_delivery() {
        Order order = handedOver("SIM-DELAYED-7");
        pass(Duration.ofDays(2));
        assertThat(told(order)).containsExactly("remedy-keep-waiting", "parcel-delayed");
        Notice newDate = inbox(order).get(0);
        assertThat(newDate.facts().get("expected")).startsWith("2026-11-09");
        assertThat(newDate.facts().get("until")).startsWith("2026-11-10");
        pass(Duration.ofDays(5));
        assertThat(told(order)).containsExactly("parcel-goes-on", "remedy-keep-waiting", "parcel-delayed");
        assertThat(cases(order).get(0).stage()).isEqualTo(CaseStage.RESOLVED);
    }

    @Test
    void T21_refused_then_redelivered_then_signed() {
        Order order = handedOver("SIM-REFUSED-7");
        pass(Duration.ofHours(62));
        assertThat(told(order)).containsExactly("remedy-offered", "parcel-refused");
        pass(Duration.ofDays(2));
        assertThat(told(order)).containsExactly("parcel-goes-on", "remedy-offered", "parcel-refused");
        assertThat(cases(order)).extracting(IncidentCase::stage).containsExactly(CaseStage.RESOLVED);
        assertThat(parcelStatus(order)).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(found(order).fulfilmentStatus()).isEqualTo(FulfilmentStatus.DELIVERED);
    }

    @Test
    void a_parcel_the_buyer_does_not_want_any_more_comes_back_and_is_paid_back() {
        Order order = handedOver("SIM-RETURNED-7");
        pass(Duration.ofDays(7));
        assertThat(told(order)).startsWith("parcel-returned");
        assertThat(found(order).snapshot().refundRequested()).isEqualTo(Money.parse("CNY 12.50"));
    }

    @Test
    void the_platform_learns_from_its_parcels_when_the_next_one_will_arrive() {
        for (int n = 10; n < 20; n++) {
            handedOver("SIM-PLAIN-" + n);
        }
        pass(Duration.ofDays(4));
        Order order = handedOver("SIM-LOST-7");
        Parcel parcel = parcel(order);
        Expectation own = Objects.requireNonNull(parcel.own());
        ArrivalForecast first = Objects.requireNonNull(own.first());
        assertThat(first.expected())
                .isBetween(clock.now.plus(Duration.ofHours(56)), clock.now.plus(Duration.ofHours(66)));
        double riskAtFirst = core.arrival().forecastArrival().lateRisk(parcel).orElseThrow();
        pass(Duration.ofDays(4));
        Expectation later = Objects.requireNonNull(parcel(order).own());
        assertThat(later.first()).isEqualTo(first);
        assertThat(Objects.requireNonNull(later.latest()).expected()).isAfter(clock.now);
        assertThat(core.arrival().forecastArrival().lateRisk(parcel(order)).orElseThrow())
                .isGreaterThan(riskAtFirst);
    }

    @Test
    void what_was_promised_before_the_hand_over_stays_the_promise_and_its_danger_is_seen_in_time() {
        for (int n = 10; n < 20; n++) {
            handedOver("SIM-PLAIN-" + n);
        }
        pass(Duration.ofDays(4));
        Order order = paid();
        work();
        Expectation before =
                core.arrival().forecastArrival().waiting(found(order)).orElseThrow();
        ArrivalForecast promise = Objects.requireNonNull(before.first());
        double riskAtFirst =
                core.arrival().forecastArrival().lateRisk(found(order)).orElseThrow();
        pass(Duration.ofDays(1));
        assertThat(core.arrival().forecastArrival().lateRisk(found(order)).orElseThrow())
                .isGreaterThan(riskAtFirst);
        assertThat(core.arrival().forecastArrival().waiting(found(order)).map(Expectation::first))
                .contains(promise);

        handOver(order, "SIM-LOST-7");
        Expectation after = Objects.requireNonNull(parcel(order).own());
        assertThat(after.first()).isEqualTo(promise);
        assertThat(Objects.requireNonNull(after.latest()).asOf()).isEqualTo(clock.now);
        assertThat(Objects.requireNonNull(parcel(order).danger()).promised()).isEqualTo(promise.promised());
        pass(Duration.between(clock.now, promise.promised().plus(Duration.ofHours(3))));
        assertThat(core.trackParcels().endangered(new EndangeredParcels(clock.now, null, null, 9)))
                .containsExactly(parcel(order));
        assertThat(parcel(order).whatHelps(clock.now)).isNotEmpty();
    }

    @Test
    void T10_a_late_push_never_moves_a_delivered_parcel_back() throws Exception {
        Order order = handedOver("SIM-PLAIN-7");
        pass(Duration.ofDays(4));
        push("{\"number\":\"SIM-PLAIN-7\",\"events\":[{\"code\":\"HUB\",\"at\":\"" + TUESDAY_MORNING.plusSeconds(3600)
                + "\"},{\"code\":\"VAN\",\"at\":\"" + clock.instant() + "\"}]}");
        assertThat(parcelStatus(order)).isEqualTo(TrackingStatus.DELIVERED);
    }

    @Test
    void a_push_with_a_wrong_signature_is_refused_and_counted() {
        core.trackParcels()
                .take(
                        SIMULATED,
                        new CarrierPush(
                                Map.of(SimulatedCarrier.SIGNATURE, "00"), "{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(store.pushes().refusedSince(SIMULATED, Instant.EPOCH)).isOne();
        assertThat(core.trackParcels().processPushes(9)).isZero();
    }

    private Order handedOver(String number) {
        Order order = paid();
        handOver(order, number);
        return order;
    }

    private Order paid() {
        placed++;
        String sku = "kettle-" + placed;
        Marketplace marketplace = new Marketplace(store).sells(sku, "12.50", 9);
        OrderIntake.Intake intake = Marketplace.intake(placed, request(line(sku, 1, "12.50")));
        marketplace.admit(new OrderIntake.Intake(
                intake.id(),
                intake.request(),
                intake.key(),
                intake.fingerprint(),
                intake.actor(),
                clock.now,
                clock.now.plus(OrderTerms.STANDARD.payWithin())));
        Order order = store.orders().find(new OrderId(intake.id(), 1)).orElseThrow();
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(
                        order.id().purchase(), "tok_ok", new CommandKey("li", "pay-" + placed), "pay", BUYER));
        return order;
    }

    private void handOver(Order order, String number) {
        FulfilmentId parcel = new FulfilmentId(order.id(), 1);
        var fulfil = core.fulfilment().fulfilOrder();
        fulfil.release(order.id(), Map.of(), null, WAREHOUSE);
        fulfil.pick(parcel, WAREHOUSE);
        fulfil.pack(parcel, WAREHOUSE);
        fulfil.handOver(parcel, "simulated", number, WAREHOUSE);
        work();
    }

    private void pass(Duration time) {
        for (long hours = 0; hours < time.toHours(); hours += 2) {
            clock.now = clock.now.plus(Duration.ofHours(2));
            work();
        }
    }

    private void work() {
        core.dispatchEvents().dispatch(100);
        core.interceptions().askCarriers().ask(100);
        core.trackParcels().processPushes(100);
        core.trackParcels().poll(100);
        incidents().listenForSilence(100);
        incidents().advance(100);
    }

    private void push(String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(bytes));
        core.trackParcels().take(SIMULATED, new CarrierPush(Map.of(SimulatedCarrier.SIGNATURE, signature), bytes));
        assertThat(core.trackParcels().processPushes(9)).isOne();
    }

    private TrackingStatus parcelStatus(Order order) {
        return parcel(order).state().status();
    }

    private Parcel parcel(Order order) {
        return core.trackParcels().of(order.id()).get(0);
    }

    private Order found(Order order) {
        return store.orders().find(order.id()).orElseThrow();
    }

    private IncidentCase lost(Order order) {
        return cases(order).stream()
                .filter(it -> it.kind() == IncidentKind.LOST)
                .findFirst()
                .orElseThrow();
    }

    private HandleIncidents incidents() {
        return core.incidents().handleIncidents();
    }

    private List<IncidentCase> cases(Order order) {
        return incidents().of(order.id());
    }

    private List<Notice> inbox(Order order) {
        return core.readNotices().inbox(Recipient.buyer(order.buyer().value()), null, 99);
    }

    private List<String> told(Order order) {
        return inbox(order).stream().map(Notice::code).toList();
    }

    private static final class MovingClock extends Clock {
        private Instant now = TUESDAY_MORNING.plusSeconds(60);

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
