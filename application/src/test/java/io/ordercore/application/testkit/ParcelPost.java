package io.ordercore.application.testkit;

import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.Books;
import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.Claims;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.Inquiries;
import io.ordercore.application.logistics.ReceivesPushes;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A small invented carrier, right or with one flaw, that shows whether the contract finds what is wrong. */
final class ParcelPost implements CarrierGateway, Tracks, Books, ReceivesPushes, Inquiries, Claims {
    /** What an adapter can get wrong. */
    enum Flaw {
        NONE,
        DROPS_THE_OFFSET,
        TAKES_THE_LISTS_ORDER,
        BOOKS_TWICE,
        ASKS_TWICE,
        FILES_TWICE,
        TAKES_ANOTHER_CLAIM_FOR_THE_SAME,
        FILES_AGAIN_AFTER_A_LOST_ANSWER,
        KEEPS_THE_EVIDENCE,
        TAKES_EVERY_WORD_FOR_A_YES,
        SKIPS_THE_SIGNATURE,
        GUESSES_IN_TRANSIT,
        WRITES_AGAIN_AFTER_A_LOST_ANSWER,
        IGNORES_RETRY_AFTER,
        LOSES_ALL_FOR_ONE_BAD_ELEMENT
    }

    static final String SECRET = "parcel-post-secret";
    private static final CarrierCode CODE = new CarrierCode("parcel-post");
    private static final Map<String, Meaning> MEANINGS = Map.of(
            "IN", Meaning.of(TrackingStatus.COLLECTED),
            "HUB", Meaning.of(TrackingStatus.IN_TRANSIT),
            "VAN", Meaning.of(TrackingStatus.OUT_FOR_DELIVERY),
            "NO", Meaning.of(TrackingStatus.DELIVERY_FAILED, IncidentKind.REFUSED),
            "OK", Meaning.of(TrackingStatus.DELIVERED));

    private final URI server;
    private final Flaw flaw;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<IdempotencyKey, ShipmentOrder> sent = new ConcurrentHashMap<>();
    private final Map<IdempotencyKey, Booking> bookings = new ConcurrentHashMap<>();
    private final Map<IdempotencyKey, InquiryRequest> asked = new ConcurrentHashMap<>();
    private final AtomicInteger inquiries = new AtomicInteger();
    private final AtomicInteger booked = new AtomicInteger();

    private final ParcelPostClaims claims;

    ParcelPost(URI server, Flaw flaw) {
        this.server = server;
        this.flaw = flaw;
        this.claims = new ParcelPostClaims(
                flaw,
                (context, path, body) -> call(
                        context,
                        body.isEmpty()
                                ? HttpRequest.newBuilder(server.resolve(path))
                                : HttpRequest.newBuilder(server.resolve(path))
                                        .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    @Override
    public CarrierProfile describe() {
        return new CarrierProfile(
                CODE,
                "Parcel Post",
                Set.of(
                        Capability.TRACK_PULL,
                        Capability.BOOK,
                        Capability.TRACK_PUSH,
                        Capability.PUSH_SIGNED,
                        Capability.INQUIRY,
                        Capability.CLAIM),
                1,
                Set.of(),
                null,
                CarrierProfile.CallBudget.UNPUBLISHED,
                List.of());
    }

    @Override
    public Meaning meaningOf(CarrierSignal signal) {
        Meaning known = MEANINGS.get(signal.code());
        if (known != null) {
            return known;
        }
        return flaw == Flaw.GUESSES_IN_TRANSIT ? Meaning.of(TrackingStatus.IN_TRANSIT) : Meaning.UNMAPPED;
    }

    @Override
    public Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(CarrierContext context, List<TrackingRef> refs) {
        TrackingRef ref = refs.get(0);
        return Map.of(ref.number(), read(context, "/parcels/" + ref.number()));
    }

    private CarrierResult<TrackingSnapshot> read(CarrierContext context, String path) {
        try {
            HttpResponse<String> answer = call(context, HttpRequest.newBuilder(server.resolve(path)));
            return switch (answer.statusCode()) {
                case 200 -> CarrierResult.ok(snapshot(answer.body()), answer.body());
                case 401 -> CarrierResult.rejected(CarrierErrorCode.AUTH, "401", "");
                case 429 -> waitAsTold(answer);
                default -> CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, Duration.ofSeconds(5));
            };
        } catch (HttpTimeoutException e) {
            return CarrierResult.retryable(CarrierErrorCode.TIMEOUT, Duration.ofSeconds(5));
        } catch (SAXException e) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_PAYLOAD, "", "not readable");
        } catch (IOException e) {
            return CarrierResult.retryable(CarrierErrorCode.UPSTREAM_DOWN, Duration.ofSeconds(5));
        }
    }

    private CarrierResult<TrackingSnapshot> waitAsTold(HttpResponse<String> answer) {
        long seconds = flaw == Flaw.IGNORES_RETRY_AFTER
                ? 1
                : answer.headers().firstValueAsLong("Retry-After").orElse(60);
        return CarrierResult.retryable(CarrierErrorCode.RATE_LIMITED, Duration.ofSeconds(seconds));
    }

    private TrackingSnapshot snapshot(String xml) throws SAXException, IOException {
        Instant now = Instant.now();
        Element root;
        try {
            root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        TrackingNumber number = new TrackingNumber(root.getAttribute("no"));
        NodeList scans = root.getElementsByTagName("scan");
        List<TrackingEvent> events = new ArrayList<>();
        List<TrackingSnapshot.Quarantined> bad = new ArrayList<>();
        for (int i = 0; i < scans.getLength(); i++) {
            Element scan = (Element) scans.item(i);
            if (scan.getAttribute("code").isEmpty()) {
                if (flaw == Flaw.LOSES_ALL_FOR_ONE_BAD_ELEMENT) {
                    throw new SAXException("no code");
                }
                bad.add(new TrackingSnapshot.Quarantined(scan.getAttribute("at"), "no code"));
            } else {
                events.add(event(number, scan, i, now));
            }
        }
        return new TrackingSnapshot(number, events, List.of(), now, bad, List.of());
    }

    private TrackingEvent event(TrackingNumber number, Element scan, int place, Instant now) {
        String raw = scan.getAttribute("at");
        OffsetDateTime at = OffsetDateTime.parse(raw);
        EventTime time = switch (flaw) {
            case DROPS_THE_OFFSET ->
                EventTime.explicit(raw, at.toLocalDateTime().atOffset(ZoneOffset.UTC));
            case TAKES_THE_LISTS_ORDER -> EventTime.explicit(raw, at.plusDays(place));
            case NONE,
                    BOOKS_TWICE,
                    ASKS_TWICE,
                    FILES_TWICE,
                    TAKES_ANOTHER_CLAIM_FOR_THE_SAME,
                    FILES_AGAIN_AFTER_A_LOST_ANSWER,
                    KEEPS_THE_EVIDENCE,
                    TAKES_EVERY_WORD_FOR_A_YES,
                    SKIPS_THE_SIGNATURE,
                    GUESSES_IN_TRANSIT,
                    WRITES_AGAIN_AFTER_A_LOST_ANSWER,
                    IGNORES_RETRY_AFTER,
                    LOSES_ALL_FOR_ONE_BAD_ELEMENT -> EventTime.explicit(raw, at);
        };
        String code = scan.getAttribute("code");
        return new TrackingEvent(
                CODE, number, null, code, code, time, meaningOf(new CarrierSignal(code, "")), null, now);
    }

    @Override
    public CarrierResult<Inquiry> openInquiry(CarrierContext context, InquiryRequest request, IdempotencyKey key) {
        InquiryRequest earlier = asked.putIfAbsent(key, request);
        if (earlier != null && !earlier.equals(request)) {
            return CarrierResult.rejected(CarrierErrorCode.DUPLICATE, "", "another parcel under this key");
        }
        String again = flaw == Flaw.ASKS_TWICE ? "-" + inquiries.incrementAndGet() : "";
        return findInquiry(context, key.value() + again);
    }

    @Override
    public CarrierResult<Inquiry> findInquiry(CarrierContext context, String inquiryRef) {
        InquiryRequest request = asked.get(new IdempotencyKey(inquiryRef.replaceFirst("-[0-9]+$", "")));
        return request == null
                ? CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "", "never asked")
                : CarrierResult.ok(new Inquiry(inquiryRef, request.parcel(), InquiryStatus.OPEN, "", null), "");
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
        return claims.find(context, claimRef);
    }

    @Override
    public CarrierResult<Booking> book(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
        ShipmentOrder earlier = sent.putIfAbsent(key, shipment);
        if (earlier != null && !earlier.equals(shipment)) {
            return CarrierResult.rejected(CarrierErrorCode.DUPLICATE, "", "another shipment under this key");
        }
        Booking known = bookings.get(key);
        if (known != null && flaw != Flaw.BOOKS_TWICE) {
            return CarrierResult.ok(known, "");
        }
        CarrierResult<Booking> result = send(context, key);
        return flaw == Flaw.WRITES_AGAIN_AFTER_A_LOST_ANSWER && result.equals(new CarrierResult.OutcomeUnknown<>(key))
                ? send(patient(context), key)
                : result;
    }

    static CarrierContext patient(CarrierContext context) {
        return new CarrierContext(
                context.accountId(),
                context.tenant(),
                Instant.now().plusSeconds(5),
                context.locale(),
                context.correlationId());
    }

    private CarrierResult<Booking> send(CarrierContext context, IdempotencyKey key) {
        try {
            HttpResponse<String> answer = call(
                    context,
                    HttpRequest.newBuilder(server.resolve("/bookings"))
                            .POST(HttpRequest.BodyPublishers.ofString(key.value())));
            Booking booking = new Booking(
                    answer.body().strip() + "-" + booked.incrementAndGet(),
                    List.of(new TrackingNumber("PP000" + booked.get())),
                    null,
                    null);
            bookings.put(key, booking);
            return CarrierResult.ok(booking, answer.body());
        } catch (IOException e) {
            return new CarrierResult.OutcomeUnknown<>(key);
        }
    }

    @Override
    public CarrierResult<Booking> findBooking(CarrierContext context, IdempotencyKey key) {
        try {
            HttpResponse<String> answer =
                    call(context, HttpRequest.newBuilder(server.resolve("/bookings/" + key.value())));
            return CarrierResult.ok(
                    new Booking(answer.body().strip(), List.of(new TrackingNumber("PP0009")), null, null),
                    answer.body());
        } catch (IOException e) {
            return CarrierResult.retryable(CarrierErrorCode.TIMEOUT, Duration.ofSeconds(5));
        }
    }

    @Override
    public CarrierResult<VerifiedPush> parsePush(CarrierPush push) {
        String signature = push.header("X-Signature");
        if (flaw != Flaw.SKIPS_THE_SIGNATURE
                && (signature == null
                        || !MessageDigest.isEqual(
                                signature.getBytes(StandardCharsets.US_ASCII),
                                sign(push.body()).getBytes(StandardCharsets.US_ASCII)))) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_SIGNATURE, "", "");
        }
        String xml = new String(push.body(), StandardCharsets.UTF_8);
        try {
            return CarrierResult.ok(new VerifiedPush(List.of(snapshot(xml)), List.of(), "OK", "text/plain"), xml);
        } catch (SAXException | IOException e) {
            return CarrierResult.rejected(CarrierErrorCode.BAD_PAYLOAD, "", "not readable");
        }
    }

    @Override
    public CarrierResult<Boolean> subscribe(
            CarrierContext context, TrackingRef parcel, String callbackUrl, IdempotencyKey key) {
        return CarrierResult.ok(true, "");
    }

    static String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> call(CarrierContext context, HttpRequest.Builder request) throws IOException {
        Duration left = Duration.between(Instant.now(), context.deadline());
        try {
            return http.send(
                    request.timeout(!left.isNegative() && !left.isZero() ? left : Duration.ofMillis(1))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
