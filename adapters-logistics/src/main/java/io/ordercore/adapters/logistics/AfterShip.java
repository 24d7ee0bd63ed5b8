package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

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
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * AfterShip, an aggregator that is asked for what it was told to follow: a number it does not know is told to it, and answers
 * later. What it follows it pushes, too, where the account has a webhook: signed with HMAC-SHA256 over the raw body, in Base64. A checkpoint's subtag says what happened, its tag where the subtag says nothing. First and latest estimate are told
 * apart, each a moment or a window.
 */
public final class AfterShip implements CarrierGateway, Tracks, ReceivesPushes {
    private static final CarrierCode CODE = new CarrierCode("aftership");
    private static final CodeTable CODES = CodeTable.of("aftership");
    private static final String TRACKINGS = "/tracking/2025-01/trackings";
    private static final int CREATED = 201;

    private static final String SIGNATURE = "aftership-hmac-sha256";

    private static CarrierProfile profile(Set<Capability> capabilities) {
        return new CarrierProfile(
                CODE,
                "AfterShip",
                capabilities,
                1,
                Set.of(),
                null,
                new CallBudget(5, 0),
                List.of("usps-20", "ups-1z", "fedex-express-12", "dhl-express"));
    }

    private static final Set<Capability> ASKED = Set.of(Capability.TRACK_PULL, Capability.ETA, Capability.ETA_WINDOW);
    private static final Set<Capability> PUSHING = Set.of(
            Capability.TRACK_PULL,
            Capability.ETA,
            Capability.ETA_WINDOW,
            Capability.TRACK_PUSH,
            Capability.PUSH_SIGNED);

    /**
     * How this installation is known there.
     *
     * @param apiKey goes with every question
     * @param webhookSecret signs what it pushes; empty if nothing is pushed
     */
    public record Account(URI url, String apiKey, String webhookSecret) {
        /** One that is asked only. */
        public Account(URI url, String apiKey) {
            this(url, apiKey, "");
        }

        public static Account inProduction(String apiKey) {
            return new Account(URI.create("https://api.aftership.com"), apiKey);
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

    public AfterShip(Account account, CallBudgets budgets, Clock clock) {
        this.account = account;
        this.clock = clock;
        this.profile = profile(account.webhookSecret().isEmpty() ? ASKED : PUSHING);
        this.http = new CarrierHttp(profile, budgets, clock);
    }

    @Override
    public CarrierProfile describe() {
        return profile;
    }

    @Override
    public Meaning meaningOf(CarrierSignal signal) {
        return CODES.meaningOf(signal);
    }

    @Override
    public Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(CarrierContext context, List<TrackingRef> refs) {
        return http.trackEach(
                context,
                refs,
                ref -> call("?tracking_numbers=" + Payloads.encode(ref.number().value())),
                (ref, answer) -> {
                    JsonNode body = Payloads.json(answer.body());
                    if (!body.path("data").has("trackings")) {
                        return refused(body.path("meta"));
                    }
                    for (JsonNode tracking : body.path("data").path("trackings")) {
                        if (text(tracking, "tracking_number")
                                .equals(ref.number().value())) {
                            Readings found = read(ref.number(), tracking);
                            return found.isEmpty() ? Readings.notYet() : found.result(answer.body());
                        }
                    }
                    return follow(context, ref);
                });
    }

    /** Told to follow it; what it finds is asked for next time. Told twice, it says so, and follows it once. */
    private CarrierResult<TrackingSnapshot> follow(CarrierContext context, TrackingRef ref) {
        Map<String, String> tracking = new LinkedHashMap<>();
        tracking.put("tracking_number", ref.number().value());
        if (ref.movedBy() != null) {
            tracking.put("slug", ref.movedBy().value());
        }
        return http.read(
                context,
                call("").header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Payloads.write(tracking))),
                answer -> {
                    JsonNode meta = Payloads.json(answer.body()).path("meta");
                    boolean followed = meta.path("code").asInt() == CREATED
                            || text(meta, "code").equals("4003");
                    return followed ? Readings.notYet() : refused(meta);
                });
    }

    private static <T> CarrierResult<T> refused(JsonNode meta) throws UnreadableAnswerException {
        String code = text(meta, "code");
        String message = text(meta, "message");
        return switch (code) {
            case "" -> throw new UnreadableAnswerException("neither trackings nor a reason");
            case "401" -> CarrierResult.rejected(CarrierErrorCode.AUTH, code, message);
            case "403" -> CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, code, message);
            case "404", "4004" -> Readings.notYet();
            default -> CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, code, message);
        };
    }

    private Readings read(TrackingNumber number, JsonNode tracking) {
        Readings found = new Readings(CODE, number, clock.instant());
        for (JsonNode checkpoint : tracking.path("checkpoints")) {
            String subtag = text(checkpoint, "subtag");
            String code = subtag.isEmpty() ? text(checkpoint, "tag") : subtag;
            String time = text(checkpoint, "checkpoint_time");
            if (code.isEmpty() || time.isEmpty()) {
                found.quarantine(checkpoint, code.isEmpty() ? "no tag" : "no time");
            } else {
                String words = text(checkpoint, "message");
                String place = text(checkpoint, "location");
                found.event(
                        code,
                        words,
                        CarrierTimes.iso(time),
                        CODES.meaningOf(code, words),
                        place.isEmpty() ? text(checkpoint, "city") : place);
            }
        }
        estimate(ArrivalWindow.Kind.FIRST_ESTIMATE, tracking.path("first_estimated_delivery"), found);
        estimate(ArrivalWindow.Kind.ESTIMATE, tracking.path("latest_estimated_delivery"), found);
        return found;
    }

    @Override
    public CarrierResult<VerifiedPush> parsePush(CarrierPush push) {
        String secret = account.webhookSecret();
        if (secret.isEmpty() || !Digests.equal(push.header(SIGNATURE), Digests.hmacSha256Base64(secret, push.body()))) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_SIGNATURE, "", SIGNATURE + " is wrong or missing");
        }
        String body = new String(push.body(), StandardCharsets.UTF_8);
        try {
            JsonNode tracking = Payloads.json(body).path("msg");
            String number = text(tracking, "tracking_number");
            List<TrackingSnapshot> snapshots = number.isEmpty()
                    ? List.of()
                    : List.of(read(new TrackingNumber(number), tracking).snapshot());
            return CarrierResult.ok(new VerifiedPush(snapshots, List.of(), "", "text/plain"), body);
        } catch (UnreadableAnswerException | IllegalArgumentException e) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_PAYLOAD, "", "" + e.getMessage());
        }
    }

    /** What it follows it pushes, and whoever asks for a number has it followed. */
    @Override
    public CarrierResult<Boolean> subscribe(
            CarrierContext context, TrackingRef parcel, String callbackUrl, IdempotencyKey key) {
        return CarrierResult.ok(true, "");
    }

    private static void estimate(ArrivalWindow.Kind kind, JsonNode told, Readings found) {
        String least = text(told, "datetime_min");
        String most = text(told, "datetime_max");
        found.window(
                kind,
                CarrierTimes.isoOrNull(least),
                CarrierTimes.isoOrNull(most.isEmpty() ? text(told, "datetime") : most),
                "");
    }

    private HttpRequest.Builder call(String query) {
        return HttpRequest.newBuilder(account.url().resolve(TRACKINGS + query)).header("as-api-key", account.apiKey());
    }
}
