package com.acme.carrier;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.ordercore.application.logistics.ReceivesPushes;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Acme Express, a carrier made up for this example: one question per parcel, and pushes signed with HMAC-SHA256. */
public final class AcmeExpress implements CarrierGateway, Tracks, ReceivesPushes {
    static final CarrierCode CODE = new CarrierCode("acme");
    private static final Duration LATER = Duration.ofSeconds(30);
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
            Set.of(Capability.TRACK_PULL, Capability.TRACK_PUSH, Capability.PUSH_SIGNED, Capability.ETA),
            1,
            Set.of(),
            null,
            new CallBudget(20, 50_000),
            List.of());

    private final URI url;
    private final String apiKey;
    private final String pushSecret;
    private final CallBudgets budgets;
    private final Clock clock;
    private final HttpClient http = HttpClient.newHttpClient();

    AcmeExpress(URI url, String apiKey, String pushSecret, CallBudgets budgets, Clock clock) {
        this.url = url;
        this.apiKey = apiKey;
        this.pushSecret = pushSecret;
        this.budgets = budgets;
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
        Duration wait = budgets.take(CODE, context.accountId(), PROFILE.budget(), clock.instant());
        Duration left = Duration.between(clock.instant(), context.deadline());
        if (!wait.isZero()) {
            return CarrierResult.retryable(CarrierErrorCode.RATE_LIMITED, wait);
        }
        if (left.isNegative() || left.isZero()) {
            return CarrierResult.retryable(CarrierErrorCode.TIMEOUT, LATER);
        }
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/v1/parcels/" + number))
                .header("Authorization", "Bearer " + apiKey)
                .timeout(left)
                .build();
        try {
            return judge(context, number, http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (HttpTimeoutException e) {
            return CarrierResult.retryable(CarrierErrorCode.TIMEOUT, LATER);
        } catch (IOException e) {
            return CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, LATER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CarrierResult.retryable(CarrierErrorCode.TIMEOUT, LATER);
        }
    }

    private CarrierResult<TrackingSnapshot> judge(
            CarrierContext context, TrackingNumber number, HttpResponse<String> answer) {
        switch (answer.statusCode()) {
            case 200:
                return read(answer.body());
            case 401:
                return CarrierResult.rejected(CarrierErrorCode.AUTH, "401", "the key is refused");
            case 403:
                return CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, "403", "not our parcel");
            case 404:
                return CarrierResult.retryable(CarrierErrorCode.NOT_FOUND_YET, Duration.ofMinutes(30));
            case 429:
                Duration told = Duration.ofSeconds(
                        answer.headers().firstValueAsLong("Retry-After").orElse(60));
                budgets.pause(CODE, context.accountId(), clock.instant().plus(told));
                return CarrierResult.retryable(CarrierErrorCode.RATE_LIMITED, told);
            default:
                return CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, LATER);
        }
    }

    private CarrierResult<TrackingSnapshot> read(String body) {
        try {
            JsonNode parcel = AcmeParcel.parse(body);
            return CarrierResult.ok(AcmeParcel.read(parcel, this::meaningOf, clock.instant()), body);
        } catch (IllegalArgumentException e) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_PAYLOAD, "200", "" + e.getMessage());
        }
    }

    @Override
    public CarrierResult<VerifiedPush> parsePush(CarrierPush push) {
        String signature = push.header("X-Acme-Signature");
        byte[] expected = AcmeParcel.sign(pushSecret, push.body());
        if (signature == null || !MessageDigest.isEqual(expected, signature.getBytes(AcmeParcel.TEXT))) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_SIGNATURE, "", "X-Acme-Signature is wrong or missing");
        }
        String body = new String(push.body(), AcmeParcel.TEXT);
        return read(body).map(snapshot -> new VerifiedPush(List.of(snapshot), List.of(), "OK", "text/plain"));
    }

    /** Acme pushes every parcel of the account. */
    @Override
    public CarrierResult<Boolean> subscribe(
            CarrierContext context, TrackingRef parcel, String callbackUrl, IdempotencyKey key) {
        return CarrierResult.ok(true, "");
    }
}
