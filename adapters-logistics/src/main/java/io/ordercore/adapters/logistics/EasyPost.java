package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.Books;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.Cancels;
import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.Claims;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ReceivesPushes;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * EasyPost, an aggregator: trackers, signed webhooks, claims against insurance, and shipments where an account names who moves
 * them. Signatures are HMAC-SHA256 over the raw body, keyed with the secret in normal form NFKD.
 */
public final class EasyPost implements CarrierGateway, Tracks, ReceivesPushes, Books, Cancels, Claims {
    private static final CarrierCode CODE = new CarrierCode("easypost");
    private static final CodeTable CODES = CodeTable.of("easypost");
    private static final String SIGNATURE = "X-Hmac-Signature";
    private static final String SCHEME = "hmac-sha256-hex=";

    private static final Map<String, String> CARRIERS = Map.of(
            "usps", "USPS",
            "fedex", "FedEx",
            "ups", "UPS",
            "dhl-express", "DHLExpress",
            "canada-post", "CanadaPost");

    private static final Set<Capability> ALWAYS = Set.of(
            Capability.TRACK_PULL, Capability.TRACK_PUSH, Capability.PUSH_SIGNED, Capability.ETA, Capability.CLAIM);
    private static final CarrierProfile PROFILE = profile(ALWAYS);
    private static final CarrierProfile BOOKING =
            profile(Stream.concat(ALWAYS.stream(), Stream.of(Capability.BOOK, Capability.CANCEL))
                    .collect(Collectors.toSet()));

    private static CarrierProfile profile(Set<Capability> capabilities) {
        return new CarrierProfile(
                CODE,
                "EasyPost",
                capabilities,
                1,
                Set.of(),
                null,
                CallBudget.UNPUBLISHED,
                List.of("usps-20", "usps-impb-online", "ups-1z"));
    }

    /**
     * How this installation is known there.
     *
     * @param contactEmail goes with every claim
     * @param carrierAccount of the carrier that moves what is booked; empty if nothing is
     * @param service of that carrier, for what names none
     */
    public record Account(
            URI url, String apiKey, String webhookSecret, String contactEmail, String carrierAccount, String service) {
        /** One that books nothing. */
        public Account(URI url, String apiKey, String webhookSecret, String contactEmail) {
            this(url, apiKey, webhookSecret, contactEmail, "", "");
        }

        public static Account inProduction(String apiKey, String webhookSecret, String contactEmail) {
            return new Account(URI.create("https://api.easypost.com"), apiKey, webhookSecret, contactEmail);
        }

        @Override
        public String toString() {
            return "Account[" + url + "]";
        }
    }

    private final Account account;
    private final Clock clock;
    private final CarrierProfile profile;
    private final CarrierHttp http;
    private final EasyPostShipments shipments;
    private final EasyPostClaims claims;

    public EasyPost(Account account, CallBudgets budgets, Clock clock) {
        this.account = account;
        this.clock = clock;
        this.profile = account.carrierAccount().isEmpty() ? PROFILE : BOOKING;
        this.http = new CarrierHttp(profile, budgets, clock);
        this.shipments = new EasyPostShipments(account, http, this::call);
        this.claims = new EasyPostClaims(account, http, this::call);
    }

    @Override
    public CarrierProfile describe() {
        return profile;
    }

    @Override
    public Meaning meaningOf(CarrierSignal signal) {
        Meaning exact = CODES.find(signal.code(), signal.text());
        int slash = signal.code().indexOf('/');
        return exact == null && slash > 0
                ? CODES.meaningOf(signal.code().substring(0, slash), signal.text())
                : exact == null ? Meaning.UNMAPPED : exact;
    }

    /** Creating a tracker that exists answers the one that is there, so asking is creating. */
    @Override
    public Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(CarrierContext context, List<TrackingRef> refs) {
        return http.trackEach(
                context, refs, ref -> post("/v2/trackers", Map.of("tracker", tracker(ref))), (ref, answer) -> {
                    JsonNode body = Payloads.json(answer.body());
                    if (body.has("error")) {
                        return refused(body.path("error"));
                    }
                    Readings found = read(ref.number(), body);
                    return found.isEmpty() ? Readings.notYet() : found.result(answer.body());
                });
    }

    private static Map<String, String> tracker(TrackingRef ref) {
        Map<String, String> tracker = new LinkedHashMap<>();
        tracker.put("tracking_code", ref.number().value());
        if (ref.movedBy() != null) {
            tracker.put(
                    "carrier",
                    CARRIERS.getOrDefault(ref.movedBy().value(), ref.movedBy().value()));
        }
        return tracker;
    }

    static <T> CarrierResult<T> refused(JsonNode error) {
        String code = text(error, "code");
        CarrierErrorCode ours = switch (code) {
            case "APIKEY.INACTIVE", "UNAUTHORIZED" -> CarrierErrorCode.AUTH;
            case "TRACKER.NOT_FOUND", "NOT_FOUND" -> CarrierErrorCode.NOT_FOUND;
            case "PAYMENT_REQUIRED" -> CarrierErrorCode.QUOTA_EXHAUSTED;
            default -> CarrierErrorCode.INVALID_INPUT;
        };
        return CarrierResult.rejected(ours, code, text(error, "message"));
    }

    private Readings read(TrackingNumber number, JsonNode tracker) {
        Readings found = new Readings(CODE, number, clock.instant());
        for (JsonNode detail : tracker.path("tracking_details")) {
            String status = text(detail, "status");
            String time = text(detail, "datetime");
            if (status.isEmpty() || time.isEmpty()) {
                found.quarantine(detail, status.isEmpty() ? "no status" : "no time");
            } else {
                String code = status + "/" + text(detail, "status_detail");
                String words = text(detail, "message");
                found.event(
                        code,
                        words,
                        CarrierTimes.iso(time),
                        meaningOf(new CarrierSignal(code, words)),
                        text(detail, "tracking_location", "city"));
            }
        }
        found.window(ArrivalWindow.Kind.ESTIMATE, null, CarrierTimes.isoOrNull(text(tracker, "est_delivery_date")), "");
        found.window(
                ArrivalWindow.Kind.COMMITMENT,
                null,
                CarrierTimes.isoOrNull(text(tracker, "carrier_detail", "guaranteed_delivery_date")),
                "");
        return found;
    }

    @Override
    public CarrierResult<VerifiedPush> parsePush(CarrierPush push) {
        String secret = Normalizer.normalize(account.webhookSecret(), Normalizer.Form.NFKD);
        if (!Digests.equal(push.header(SIGNATURE), SCHEME + Digests.hmacSha256Hex(secret, push.body()))) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_SIGNATURE, "", SIGNATURE + " is wrong or missing");
        }
        String body = new String(push.body(), StandardCharsets.UTF_8);
        try {
            JsonNode tracker = Payloads.json(body).path("result");
            List<TrackingSnapshot> snapshots = text(tracker, "object").equals("Tracker")
                    ? List.of(read(new TrackingNumber(text(tracker, "tracking_code")), tracker)
                            .snapshot())
                    : List.of();
            return CarrierResult.ok(new VerifiedPush(snapshots, List.of(), "", "text/plain"), body);
        } catch (UnreadableAnswerException | IllegalArgumentException e) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_PAYLOAD, "", "" + e.getMessage());
        }
    }

    /** A tracker that exists is pushed to the account's webhook. */
    @Override
    public CarrierResult<Boolean> subscribe(
            CarrierContext context, TrackingRef parcel, String callbackUrl, IdempotencyKey key) {
        return track(context, List.of(parcel))
                .getOrDefault(parcel.number(), Readings.notYet())
                .map(snapshot -> true);
    }

    @Override
    public CarrierResult<Booking> book(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
        return shipments.book(context, shipment, key);
    }

    @Override
    public CarrierResult<Booking> findBooking(CarrierContext context, IdempotencyKey key) {
        return shipments.find(context, key);
    }

    @Override
    public CarrierResult<CancelOutcome> cancel(
            CarrierContext context, String carrierRef, String reason, IdempotencyKey key) {
        return shipments.cancel(context, carrierRef, key);
    }

    @Override
    public CarrierResult<Claim> openClaim(CarrierContext context, ClaimRequest request, IdempotencyKey key) {
        return claims.open(context, request, key);
    }

    @Override
    public CarrierResult<Claim> findClaim(CarrierContext context, String claimRef) {
        return claims.find(context, claimRef);
    }

    @Override
    public CarrierResult<Claim> cancelClaim(CarrierContext context, String claimRef, IdempotencyKey key) {
        return claims.cancel(context, claimRef, key);
    }

    private HttpRequest.Builder call(String path) {
        String credentials =
                Base64.getEncoder().encodeToString((account.apiKey() + ":").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(account.url().resolve(path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder post(String path, Map<String, ?> body) {
        return call(path).POST(HttpRequest.BodyPublishers.ofString(Payloads.write(body)));
    }
}
