package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.Books;
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
import io.ordercore.application.logistics.Inquiries;
import io.ordercore.application.logistics.InterceptAction;
import io.ordercore.application.logistics.Intercepts;
import io.ordercore.application.logistics.ProvesDelivery;
import io.ordercore.application.logistics.Quotes;
import io.ordercore.application.logistics.ReceivesPushes;
import io.ordercore.application.logistics.Reverses;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A carrier that exists in memory only and can do everything: book, track, deliver, delay, lose, damage, intercept, answer
 * claims. What becomes of a parcel is said by the service booked ({@code lost}, {@code delayed}, ...), by its number
 * ({@code SIM-LOST-20D-7}: lost, on its way for twenty days), or drawn by the seed. Pushes are signed: {@value #SIGNATURE}
 * is the HMAC-SHA256 of the body in hexadecimal digits.
 */
public final class SimulatedCarrier
        implements CarrierGateway,
                Books,
                Cancels,
                Quotes,
                Tracks,
                ReceivesPushes,
                Intercepts,
                Reverses,
                Inquiries,
                Claims,
                ProvesDelivery {
    /** The header that carries a push's signature. */
    public static final String SIGNATURE = "X-Simulated-Signature";

    private static final CarrierCode CODE = new CarrierCode("simulated");
    private static final CodeTable CODES = CodeTable.of("simulated");
    private static final Set<InterceptAction> ACTIONS = EnumSet.of(
            InterceptAction.RETURN_TO_SENDER,
            InterceptAction.REDIRECT,
            InterceptAction.HOLD,
            InterceptAction.CHANGE_TIME,
            InterceptAction.CHANGE_RECIPIENT,
            InterceptAction.REDELIVER);

    private static final CarrierProfile PROFILE = new CarrierProfile(
            CODE,
            "Simulated Carrier",
            EnumSet.of(
                    Capability.SERVICEABILITY,
                    Capability.QUOTE,
                    Capability.BOOK,
                    Capability.IDEMPOTENT_BOOK,
                    Capability.CANCEL,
                    Capability.TRACK_PULL,
                    Capability.TRACK_BATCH,
                    Capability.TRACK_PUSH,
                    Capability.PUSH_SIGNED,
                    Capability.ETA,
                    Capability.ETA_WINDOW,
                    Capability.INTERCEPT,
                    Capability.REVERSE,
                    Capability.INQUIRY,
                    Capability.CLAIM,
                    Capability.POD,
                    Capability.MULTI_PARCEL),
            100,
            ACTIONS,
            null,
            CallBudget.UNPUBLISHED,
            List.of());

    /**
     * How fast the simulated world turns.
     *
     * @param day how long one of its days takes
     * @param answer how long it thinks about interceptions and claims
     */
    public record Pace(Duration day, Duration answer) {
        /** As in life. */
        public static final Pace REAL = new Pace(Duration.ofDays(1), Duration.ofHours(2));

        Duration hours(int hours) {
            return day.multipliedBy(hours).dividedBy(24);
        }
    }

    private record OpenedInquiry(InquiryRequest request, Instant at) {}

    private record OpenedClaim(ClaimRequest request, Instant at, boolean cancelled) {}

    private final String secret;
    private final long seed;
    private final Pace pace;
    private final Clock clock;
    private final Map<TrackingNumber, SimulatedParcel> parcels = new HashMap<>();
    private final Map<String, List<TrackingNumber>> bookings = new HashMap<>();
    private final Map<String, OpenedInquiry> inquiries = new LinkedHashMap<>();
    private final Map<String, OpenedClaim> claims = new LinkedHashMap<>();
    private final KnownWrites<ShipmentOrder, Booking> known = new KnownWrites<>();

    /**
     * @param secret signs pushes
     * @param seed draws the journeys nobody asked for
     */
    public SimulatedCarrier(String secret, long seed, Pace pace, Clock clock) {
        this.secret = secret;
        this.seed = seed;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public CarrierProfile describe() {
        return PROFILE;
    }

    @Override
    public Meaning meaningOf(CarrierSignal signal) {
        return CODES.meaningOf(signal);
    }

    /** The service {@code answer-lost} books and loses the answer. */
    @Override
    public synchronized CarrierResult<Booking> book(
            CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
        return known.once(key, shipment, () -> {
            Booking booking = known.remember(key, booked(shipment, key));
            return shipment.service().equals("answer-lost")
                    ? new CarrierResult.OutcomeUnknown<>(key)
                    : CarrierResult.ok(booking, "");
        });
    }

    private Booking booked(ShipmentOrder shipment, IdempotencyKey key) {
        List<TrackingNumber> numbers = new ArrayList<>();
        for (int i = 1; i <= shipment.parcels().size(); i++) {
            TrackingNumber number = new TrackingNumber("SIM"
                    + Digests.md5Hex(seed + "/" + key.value()).substring(0, 12)
                    + String.format(Locale.ROOT, "%02d", i));
            begin(number, SimulatedJourney.of(shipment.service(), number.value(), seed), now());
            numbers.add(number);
        }
        String ref = "B-" + numbers.get(0);
        bookings.put(ref, List.copyOf(numbers));
        Money price = Money.parse("CNY 12.00").multipliedBy(numbers.size());
        return new Booking(ref, numbers, "https://labels.simulated.example/" + ref, price);
    }

    @Override
    public CarrierResult<Booking> findBooking(CarrierContext context, IdempotencyKey key) {
        Booking found = known.find(key);
        return found == null
                ? CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never booked")
                : CarrierResult.ok(found, "");
    }

    @Override
    public synchronized CarrierResult<CancelOutcome> cancel(
            CarrierContext context, String carrierRef, String reason, IdempotencyKey key) {
        List<TrackingNumber> numbers = bookings.get(carrierRef);
        if (numbers == null) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never booked");
        }
        boolean all = true;
        for (TrackingNumber number : numbers) {
            all &= parcel(number).cancel(now());
        }
        return CarrierResult.ok(all ? CancelOutcome.CANCELLED : CancelOutcome.TOO_LATE, "");
    }

    @Override
    public CarrierResult<List<Quote>> quote(CarrierContext context, ShipmentOrder shipment) {
        Money price = Money.parse("CNY 12.00").multipliedBy(shipment.parcels().size());
        return CarrierResult.ok(List.of(new Quote("plain", price, pace.hours(60), pace.hours(72))), "");
    }

    @Override
    public CarrierResult<Serviceability> checkServiceability(CarrierContext context, ShipmentOrder shipment) {
        return CarrierResult.ok(new Serviceability(true, List.of()), "");
    }

    /** A parcel nobody booked here is taken as found at the door the first time it is asked for. */
    @Override
    public synchronized Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(
            CarrierContext context, List<TrackingRef> refs) {
        Map<TrackingNumber, CarrierResult<TrackingSnapshot>> results = new LinkedHashMap<>();
        for (TrackingRef ref : refs) {
            results.put(ref.number(), CarrierResult.ok(snapshot(parcel(ref.number())), ""));
        }
        return results;
    }

    private TrackingSnapshot snapshot(SimulatedParcel parcel) {
        Instant now = now();
        Readings found = new Readings(CODE, parcel.number(), now);
        for (SimulatedParcel.Scan scan : parcel.scans(now)) {
            found.event(
                    scan.code(),
                    scan.code().toLowerCase(Locale.ROOT),
                    time(scan.at()),
                    CODES.meaningOf(scan.code(), ""),
                    "");
        }
        found.window(ArrivalWindow.Kind.COMMITMENT, null, time(parcel.promised()), "");
        Instant expected = parcel.expected(now);
        if (expected != null && !expected.equals(parcel.promised())) {
            found.window(ArrivalWindow.Kind.FIRST_ESTIMATE, null, time(parcel.promised()), "");
            found.window(ArrivalWindow.Kind.ESTIMATE, null, time(expected), "delayed on the road");
        }
        return found.snapshot();
    }

    private SimulatedParcel parcel(TrackingNumber number) {
        SimulatedParcel parcel = parcels.get(number);
        return parcel != null
                ? parcel
                : begin(
                        number,
                        SimulatedJourney.of("", number.value(), seed),
                        now().minus(SimulatedJourney.daysAgo(number.value()), ChronoUnit.DAYS));
    }

    private SimulatedParcel begin(TrackingNumber number, SimulatedJourney journey, Instant at) {
        SimulatedParcel parcel = new SimulatedParcel(number, journey, at, pace);
        parcels.put(number, parcel);
        return parcel;
    }

    /** A body {@code {"number":..,"events":[{"code":..,"at":..,"text":..,"place":..}]}}. */
    @Override
    public CarrierResult<VerifiedPush> parsePush(CarrierPush push) {
        if (!Digests.equal(push.header(SIGNATURE), Digests.hmacSha256Hex(secret, push.body()))) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_SIGNATURE, "", SIGNATURE + " is wrong or missing");
        }
        String body = new String(push.body(), StandardCharsets.UTF_8);
        try {
            JsonNode told = Payloads.json(body);
            Readings found = new Readings(CODE, new TrackingNumber(text(told, "number")), now());
            for (JsonNode event : told.path("events")) {
                read(event, found);
            }
            return CarrierResult.ok(
                    new VerifiedPush(List.of(found.snapshot()), List.of(), "{\"received\":true}", "application/json"),
                    body);
        } catch (UnreadableAnswerException | IllegalArgumentException e) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_PAYLOAD, "", "" + e.getMessage());
        }
    }

    private static void read(JsonNode event, Readings found) {
        String code = text(event, "code");
        if (code.isEmpty() || text(event, "at").isEmpty()) {
            found.quarantine(event, code.isEmpty() ? "no code" : "no time");
            return;
        }
        found.event(
                code,
                text(event, "text"),
                CarrierTimes.iso(text(event, "at")),
                CODES.meaningOf(code, ""),
                text(event, "place"));
    }

    /** Everything is pushed, to whoever signs. */
    @Override
    public CarrierResult<Boolean> subscribe(
            CarrierContext context, TrackingRef parcel, String callbackUrl, IdempotencyKey key) {
        return CarrierResult.ok(true, "");
    }

    @Override
    public synchronized CarrierResult<List<InterceptOption>> interceptOptions(
            CarrierContext context, TrackingNumber parcel) {
        SimulatedParcel it = parcel(parcel);
        List<InterceptOption> options = it.mayBeTurned(now())
                ? ACTIONS.stream()
                        .map(action -> new InterceptOption(action, SimulatedParcel.FEE, it.promised()))
                        .toList()
                : List.of();
        return CarrierResult.ok(options, "");
    }

    @Override
    public synchronized CarrierResult<InterceptTicket> intercept(
            CarrierContext context, InterceptRequest request, IdempotencyKey key) {
        SimulatedParcel parcel = parcel(request.parcel());
        InterceptTicket before = parcel.ticket(key.value(), now());
        if (before != null) {
            return CarrierResult.ok(before, "");
        }
        if (!ACTIONS.contains(request.action())) {
            return CarrierResult.unsupported(Capability.INTERCEPT);
        }
        return parcel.mayBeTurned(now())
                ? CarrierResult.ok(parcel.intercept(key.value(), request, now()), "")
                : CarrierResult.rejected(CarrierErrorCode.TOO_LATE, "409", "the parcel can no longer be turned");
    }

    @Override
    public synchronized CarrierResult<InterceptTicket> findIntercept(
            CarrierContext context, TrackingNumber parcel, IdempotencyKey key) {
        InterceptTicket found = parcel(parcel).ticket(key.value(), now());
        return found == null
                ? CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never asked")
                : CarrierResult.ok(found, "");
    }

    @Override
    public CarrierResult<Booking> reverse(
            CarrierContext context, String originalRef, ShipmentOrder wayBack, IdempotencyKey key) {
        return book(context, wayBack, key);
    }

    @Override
    public synchronized CarrierResult<Inquiry> openInquiry(
            CarrierContext context, InquiryRequest request, IdempotencyKey key) {
        OpenedInquiry before = inquiries.putIfAbsent(key.value(), new OpenedInquiry(request, now()));
        if (before != null && !before.request().equals(request)) {
            return CarrierResult.rejected(CarrierErrorCode.DUPLICATE, "409", "another inquiry under this key");
        }
        return findInquiry(context, key.value());
    }

    @Override
    public synchronized CarrierResult<Inquiry> findInquiry(CarrierContext context, String inquiryRef) {
        OpenedInquiry opened = inquiries.get(inquiryRef);
        if (opened == null) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never asked");
        }
        TrackingNumber number = opened.request().parcel();
        Instant answered = opened.at().plus(pace.answer());
        return CarrierResult.ok(
                now().isBefore(answered)
                        ? new Inquiry(inquiryRef, number, InquiryStatus.OPEN, "", null)
                        : parcel(number).answer(inquiryRef, answered),
                "");
    }

    @Override
    public synchronized CarrierResult<Claim> openClaim(
            CarrierContext context, ClaimRequest request, IdempotencyKey key) {
        OpenedClaim before = claims.putIfAbsent(key.value(), new OpenedClaim(request, now(), false));
        if (before != null && !before.request().equals(request)) {
            return CarrierResult.rejected(CarrierErrorCode.DUPLICATE, "409", "another claim under this key");
        }
        return findClaim(context, key.value());
    }

    /** Approved in full, unless the parcel was delivered and is said to be lost. */
    @Override
    public synchronized CarrierResult<Claim> findClaim(CarrierContext context, String claimRef) {
        OpenedClaim opened = claims.get(claimRef);
        if (opened == null) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never claimed");
        }
        ClaimRequest request = opened.request();
        List<Claim.Step> history = new ArrayList<>();
        history.add(new Claim.Step(ClaimStatus.SUBMITTED, "taken", opened.at()));
        Instant answered = opened.at().plus(pace.answer());
        if (opened.cancelled()) {
            history.add(new Claim.Step(ClaimStatus.CANCELLED, "taken back", now()));
        } else if (!now().isBefore(answered)) {
            boolean arrived =
                    request.type() == ClaimType.LOST && parcel(request.parcel()).isDelivered(now());
            history.add(new Claim.Step(
                    arrived ? ClaimStatus.REJECTED : ClaimStatus.APPROVED,
                    arrived ? "the parcel was delivered" : "liability accepted",
                    answered));
        }
        ClaimStatus status = history.get(history.size() - 1).status();
        return CarrierResult.ok(
                new Claim(
                        claimRef,
                        request.parcel(),
                        request.type(),
                        status,
                        request.amount(),
                        status == ClaimStatus.APPROVED ? request.amount() : null,
                        history),
                "");
    }

    @Override
    public synchronized CarrierResult<Claim> cancelClaim(CarrierContext context, String claimRef, IdempotencyKey key) {
        claims.computeIfPresent(claimRef, (ref, it) -> new OpenedClaim(it.request(), it.at(), true));
        return findClaim(context, claimRef);
    }

    @Override
    public synchronized CarrierResult<ProofOfDelivery> proofOfDelivery(CarrierContext context, TrackingNumber parcel) {
        @Nullable
        ProofOfDelivery proof = parcel(parcel).scans(now()).stream()
                .filter(scan -> scan.code().equals("DOOR"))
                .map(scan -> new ProofOfDelivery("the buyer", null, time(scan.at())))
                .findFirst()
                .orElse(null);
        return proof == null
                ? CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "not delivered")
                : CarrierResult.ok(proof, "");
    }

    private static EventTime time(Instant at) {
        return EventTime.explicit(at.toString(), at.atOffset(ZoneOffset.UTC));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
