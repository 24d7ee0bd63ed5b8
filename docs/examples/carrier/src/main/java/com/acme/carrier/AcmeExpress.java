package com.acme.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.Books;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.InterceptAction;
import io.ordercore.application.logistics.Intercepts;
import io.ordercore.application.logistics.ReceivesPushes;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Acme Express, a carrier made up for this example: one question per parcel, pushes signed with HMAC-SHA256, bookings under a
 * key, and parcels sent back on their way.
 */
public final class AcmeExpress implements CarrierGateway, Tracks, ReceivesPushes, Books, Intercepts {
    static final CarrierCode CODE = new CarrierCode("acme");
    static final CallBudget BUDGET = new CallBudget(20, 50_000);
    private static final Set<String> TOO_LATE = Set.of("VAN", "SHOP", "DONE");
    private static final Map<String, Meaning> MEANINGS = Map.of(
            "LABEL", Meaning.of(TrackingStatus.CREATED),
            "TAKEN", Meaning.of(TrackingStatus.COLLECTED),
            "HUB", Meaning.of(TrackingStatus.IN_TRANSIT),
            "LATE", Meaning.of(TrackingStatus.IN_TRANSIT, IncidentKind.DELAYED),
            "VAN", Meaning.of(TrackingStatus.OUT_FOR_DELIVERY),
            "NOBODY", Meaning.of(TrackingStatus.DELIVERY_FAILED, IncidentKind.CONSIGNEE_ABSENT),
            "SHOP", Meaning.of(TrackingStatus.READY_FOR_PICKUP),
            "DONE", Meaning.of(TrackingStatus.DELIVERED));
    private static final CarrierProfile PROFILE = new CarrierProfile(
            CODE,
            "Acme Express",
            Set.of(
                    Capability.TRACK_PULL,
                    Capability.TRACK_PUSH,
                    Capability.PUSH_SIGNED,
                    Capability.ETA,
                    Capability.BOOK,
                    Capability.IDEMPOTENT_BOOK,
                    Capability.INTERCEPT),
            1,
            Set.of(InterceptAction.RETURN_TO_SENDER),
            null,
            BUDGET,
            List.of());

    private final AcmeHttp http;
    private final String pushSecret;
    private final Clock clock;

    AcmeExpress(URI url, String apiKey, String pushSecret, CallBudgets budgets, Clock clock) {
        this.http = new AcmeHttp(url, apiKey, budgets, clock);
        this.pushSecret = pushSecret;
        this.clock = clock;
    }

    @Override
    public CarrierProfile describe() {
        return PROFILE;
    }

    @Override
    public Meaning meaningOf(CarrierSignal signal) {
        return MEANINGS.getOrDefault(signal.code(), Meaning.UNMAPPED);
    }

    @Override
    public Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(CarrierContext context, List<TrackingRef> refs) {
        Map<TrackingNumber, CarrierResult<TrackingSnapshot>> results = new LinkedHashMap<>();
        refs.forEach(ref -> results.put(ref.number(), ask(context, ref.number())));
        return results;
    }

    private CarrierResult<TrackingSnapshot> ask(CarrierContext context, TrackingNumber number) {
        return http.ask(
                context,
                "/v1/parcels/" + number,
                CarrierResult.retryable(CarrierErrorCode.NOT_FOUND_YET, Duration.ofMinutes(30)),
                this::snapshot);
    }

    private CarrierResult<TrackingSnapshot> snapshot(String body) {
        return read(body, parcel -> AcmeParcel.read(parcel, this::meaningOf, clock.instant()));
    }

    private static <T> CarrierResult<T> read(String body, Function<JsonNode, T> reader) {
        try {
            return CarrierResult.ok(reader.apply(AcmeParcel.parse(body)), body);
        } catch (IllegalArgumentException e) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_PAYLOAD, "200", "" + e.getMessage());
        }
    }

    /** Acme keeps keys itself: a repetition gets the booking it already made, another body under the key 409. */
    @Override
    public CarrierResult<Booking> book(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
        return http.command(
                context, "/v1/parcels", AcmeShipping.order(shipment), key, body -> read(body, AcmeShipping::booking));
    }

    @Override
    public CarrierResult<Booking> findBooking(CarrierContext context, IdempotencyKey key) {
        return http.ask(
                context, "/v1/parcels?key=" + written(key), never(), body -> read(body, AcmeShipping::booking));
    }

    /** Acme can send a parcel back until it is with the courier. */
    @Override
    public CarrierResult<List<InterceptOption>> interceptOptions(CarrierContext context, TrackingNumber parcel) {
        return ask(context, parcel).map(snapshot -> snapshot.events().stream()
                        .anyMatch(it -> TOO_LATE.contains(it.rawCode()))
                ? List.of()
                : List.of(new InterceptOption(InterceptAction.RETURN_TO_SENDER, null, null)));
    }

    @Override
    public CarrierResult<InterceptTicket> intercept(
            CarrierContext context, InterceptRequest request, IdempotencyKey key) {
        String why = AcmeParcel.object().put("why", request.reason()).toString();
        return http.command(
                context, stops(request.parcel()), why, key, body -> ticket(request.parcel(), body));
    }

    @Override
    public CarrierResult<InterceptTicket> findIntercept(
            CarrierContext context, TrackingNumber parcel, IdempotencyKey key) {
        return http.ask(
                context, stops(parcel) + "?key=" + written(key), never(), body -> ticket(parcel, body));
    }

    private static CarrierResult<InterceptTicket> ticket(TrackingNumber parcel, String body) {
        return read(body, stop -> AcmeShipping.ticket(parcel, stop));
    }

    private static String stops(TrackingNumber parcel) {
        return "/v1/parcels/" + parcel + "/stops";
    }

    private static String written(IdempotencyKey key) {
        return URLEncoder.encode(key.value(), AcmeParcel.TEXT);
    }

    private static <T> CarrierResult<T> never() {
        return CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "Acme was never asked");
    }

    @Override
    public CarrierResult<VerifiedPush> parsePush(CarrierPush push) {
        String signature = push.header("X-Acme-Signature");
        byte[] expected = AcmeParcel.sign(pushSecret, push.body());
        if (signature == null || !MessageDigest.isEqual(expected, signature.getBytes(AcmeParcel.TEXT))) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_SIGNATURE, "", "X-Acme-Signature is wrong or missing");
        }
        String body = new String(push.body(), AcmeParcel.TEXT);
        return snapshot(body).map(snapshot -> new VerifiedPush(List.of(snapshot), List.of(), "OK", "text/plain"));
    }

    /** Acme pushes every parcel of the account. */
    @Override
    public CarrierResult<Boolean> subscribe(
            CarrierContext context, TrackingRef parcel, String callbackUrl, IdempotencyKey key) {
        return CarrierResult.ok(true, "");
    }
}
