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
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ProvesDelivery;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * FedEx Track v1, and Ship v1 where the account names a service; who received a parcel is told with its scans. Numbers are reused, so
 * an answer may hold several parcels: the ship date chooses, and without one the parcel scanned last. The estimate is kept beside the commitment, either end of a
 * window may be missing. What an exception is stands in {@code exceptionCode}, not in the event type.
 */
public final class FedEx implements CarrierGateway, Tracks, Books, Cancels, ProvesDelivery {
    private static final CarrierCode CODE = new CarrierCode("fedex");
    private static final CodeTable CODES = CodeTable.of("fedex");
    private static final Set<Capability> ALWAYS = Set.of(
            Capability.TRACK_PULL,
            Capability.TRACK_BATCH,
            Capability.ETA,
            Capability.ETA_WINDOW,
            Capability.CANCEL,
            Capability.POD,
            Capability.MULTI_PARCEL);

    private static CarrierProfile profile(boolean books) {
        return new CarrierProfile(
                CODE,
                "FedEx",
                books
                        ? Stream.concat(ALWAYS.stream(), Stream.of(Capability.BOOK))
                                .collect(Collectors.toSet())
                        : ALWAYS,
                30,
                Set.of(),
                null,
                CallBudget.UNPUBLISHED,
                List.of("fedex-express-12", "fedex-express-34", "fedex-ground-15", "fedex-ground-96"));
    }

    private final FedExAccount account;
    private final Clock clock;
    private final CarrierHttp http;
    private final BearerToken token;
    private final CarrierProfile profile;
    private final FedExShipments shipments;

    public FedEx(FedExAccount account, CallBudgets budgets, Clock clock) {
        this.account = account;
        this.clock = clock;
        this.profile = profile(!account.service().isEmpty());
        this.http = new CarrierHttp(profile, budgets, clock);
        this.token = new BearerToken(http, clock, account::tokenRequest);
        this.shipments = new FedExShipments(account, http, token, this::call, clock);
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
        return Readings.each(
                refs, ask(context, refs, answer -> found(Payloads.json(answer.body()), refs, answer.body())));
    }

    private <T> CarrierResult<T> ask(CarrierContext context, List<TrackingRef> refs, CarrierHttp.Reading<T> reading) {
        String body = Payloads.write(Map.of(
                "includeDetailedScans",
                true,
                "trackingInfo",
                refs.stream().map(FedEx::trackingInfo).toList()));
        return token.with(
                context,
                bearer -> http.read(
                        context,
                        call(context, bearer, "/track/v1/trackingnumbers")
                                .POST(HttpRequest.BodyPublishers.ofString(body)),
                        reading));
    }

    /** Who received it stands beside the scans; the picture is a document of its own that bears no address. */
    @Override
    public CarrierResult<ProofOfDelivery> proofOfDelivery(CarrierContext context, TrackingNumber parcel) {
        return ask(context, List.of(TrackingRef.of(parcel)), answer -> {
            JsonNode body = Payloads.json(answer.body());
            if (body.path("errors").isArray() && !body.path("errors").isEmpty()) {
                return refused(body.path("errors").get(0));
            }
            for (JsonNode candidates : body.path("output").path("completeTrackResults")) {
                JsonNode chosen = choose(candidates.path("trackResults"), null);
                if (chosen == null) {
                    continue;
                }
                for (JsonNode scan : chosen.path("scanEvents")) {
                    if (text(scan, "eventType").equals("DL")) {
                        return CarrierResult.ok(
                                new ProofOfDelivery(
                                        text(chosen, "deliveryDetails", "receivedByName"),
                                        null,
                                        CarrierTimes.iso(text(scan, "date"))),
                                answer.body());
                    }
                }
            }
            return CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "", "not delivered");
        });
    }

    private static Map<String, Object> trackingInfo(TrackingRef ref) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("trackingNumberInfo", Map.of("trackingNumber", ref.number().value()));
        if (ref.shippedOn() != null) {
            info.put("shipDateBegin", ref.shippedOn().minusDays(2).toString());
            info.put("shipDateEnd", ref.shippedOn().plusDays(2).toString());
        }
        return info;
    }

    private HttpRequest.Builder call(CarrierContext context, String bearer, String path) {
        return HttpRequest.newBuilder(account.url().resolve(path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .header("x-locale", context.locale().toString().isEmpty() ? "en_US" : locale(context))
                .header("x-customer-transaction-id", context.correlationId());
    }

    private static String locale(CarrierContext context) {
        return context.locale().getCountry().isEmpty()
                ? "en_US"
                : context.locale().toString();
    }

    private CarrierResult<Map<TrackingNumber, CarrierResult<TrackingSnapshot>>> found(
            JsonNode body, List<TrackingRef> refs, String raw) throws UnreadableAnswerException {
        if (body.path("errors").isArray() && !body.path("errors").isEmpty()) {
            return refused(body.path("errors").get(0));
        }
        JsonNode complete = body.path("output").path("completeTrackResults");
        if (!complete.isArray()) {
            throw new UnreadableAnswerException("no completeTrackResults");
        }
        Map<TrackingNumber, CarrierResult<TrackingSnapshot>> results = new LinkedHashMap<>();
        for (TrackingRef ref : refs) {
            for (JsonNode candidates : complete) {
                if (ref.number().value().equals(text(candidates, "trackingNumber"))) {
                    results.put(ref.number(), read(ref, candidates.path("trackResults")));
                }
            }
        }
        return CarrierResult.ok(results, raw);
    }

    static <T> CarrierResult<T> refused(JsonNode error) {
        String code = text(error, "code");
        String message = text(error, "message");
        if (code.contains("NOTFOUND")) {
            return Readings.notYet();
        }
        if (code.startsWith("NOT.AUTHORIZED")) {
            return CarrierResult.rejected(CarrierErrorCode.AUTH, code, message);
        }
        if (code.startsWith("FORBIDDEN")) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, code, message);
        }
        if (code.startsWith("SERVICE.UNAVAILABLE") || code.startsWith("INTERNAL.SERVER")) {
            return CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, Readings.NOT_YET);
        }
        return CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, code, message);
    }

    private CarrierResult<TrackingSnapshot> read(TrackingRef ref, JsonNode candidates) {
        JsonNode chosen = choose(candidates, ref.shippedOn());
        if (chosen == null) {
            return Readings.notYet();
        }
        if (!text(chosen, "error", "code").isEmpty()) {
            return refused(chosen.path("error"));
        }
        Readings found = new Readings(CODE, ref.number(), clock.instant());
        chosen.path("scanEvents").forEach(scan -> read(scan, found));
        window(ArrivalWindow.Kind.ESTIMATE, chosen.path("estimatedDeliveryTimeWindow"), found);
        window(ArrivalWindow.Kind.COMMITMENT, chosen.path("standardTransitTimeWindow"), found);
        return found.result(chosen.toString());
    }

    /** The parcel shipped nearest to the day we shipped ours; without that day, the one scanned last. */
    private static @Nullable JsonNode choose(JsonNode candidates, @Nullable LocalDate shippedOn) {
        Comparator<JsonNode> scannedLast = Comparator.comparing(FedEx::lastScan).reversed();
        Comparator<JsonNode> order = shippedOn == null
                ? scannedLast
                : Comparator.comparingLong((JsonNode it) -> daysFrom(shippedOn, it))
                        .thenComparing(scannedLast);
        return StreamSupport.stream(candidates.spliterator(), false).min(order).orElse(null);
    }

    private static String lastScan(JsonNode candidate) {
        return StreamSupport.stream(candidate.path("scanEvents").spliterator(), false)
                .map(scan -> CarrierTimes.iso(text(scan, "date")).instant())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    private static long daysFrom(LocalDate day, JsonNode candidate) {
        for (JsonNode date : candidate.path("dateAndTimes")) {
            String written = text(date, "dateTime");
            if (text(date, "type").equals("SHIP") && written.length() >= 10) {
                return Math.abs(ChronoUnit.DAYS.between(day, LocalDate.parse(written.substring(0, 10))));
            }
        }
        return Long.MAX_VALUE;
    }

    private static void read(JsonNode scan, Readings found) {
        String type = text(scan, "eventType");
        String date = text(scan, "date");
        if (type.isEmpty() || date.isEmpty()) {
            found.quarantine(scan, type.isEmpty() ? "no event type" : "no time");
            return;
        }
        String exception = text(scan, "exceptionCode");
        String description = text(scan, "eventDescription");
        String why = text(scan, "exceptionDescription");
        String words = why.isEmpty() ? description : description + ": " + why;
        boolean there = text(scan, "locationType").equals("DESTINATION_FEDEX_FACILITY");
        found.event(
                exception.isEmpty() ? type : type + "/" + exception,
                words,
                CarrierTimes.iso(date),
                meaningOf(type, exception, there, words),
                text(scan, "scanLocation", "city"));
    }

    private static Meaning meaningOf(String type, String exception, boolean atDestination, String words) {
        Function<String, @Nullable Meaning> known = code -> CODES.find(code, words);
        Meaning exact = exception.isEmpty() ? null : known.apply(type + "/" + exception);
        if (exact == null && atDestination) {
            exact = known.apply(type + "@DESTINATION");
        }
        return exact == null ? CODES.meaningOf(type, words) : exact;
    }

    private static void window(ArrivalWindow.Kind kind, JsonNode node, Readings found) {
        JsonNode window = node.path("window");
        found.window(
                kind,
                CarrierTimes.isoOrNull(text(window, "begins")),
                CarrierTimes.isoOrNull(text(window, "ends")),
                text(node, "description"));
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
}
