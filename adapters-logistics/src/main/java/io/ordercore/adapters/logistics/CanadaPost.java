package io.ordercore.adapters.logistics;

import static io.ordercore.adapters.logistics.Payloads.text;

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
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Canada Post tracking details, in XML, and non-contract shipments where an account pays for them. Event identifiers come padded with zeros. Each time names the zone of its place;
 * where it names none there is no instant. The expected day may be replaced by a changed one with a reason: both are
 * kept.
 */
public final class CanadaPost implements CarrierGateway, Tracks, Books {
    private static final CarrierCode CODE = new CarrierCode("canada-post");
    private static final CodeTable CODES = CodeTable.of("canada-post");

    private static CarrierProfile profile(boolean books) {
        return new CarrierProfile(
                CODE,
                "Canada Post",
                books
                        ? Set.of(Capability.TRACK_PULL, Capability.ETA, Capability.BOOK)
                        : Set.of(Capability.TRACK_PULL, Capability.ETA),
                1,
                Set.of(),
                null,
                CallBudget.UNPUBLISHED,
                List.of("canada-post-16", "s10"));
    }

    /**
     * The key's two halves are name and password of HTTP Basic.
     *
     * @param customerNumber that pays for what is booked; empty if nothing is
     * @param service by which parcels go that name none, {@code DOM.EP} for example
     */
    public record Account(URI url, String user, String password, String customerNumber, String service) {
        /** One that books nothing. */
        public Account(URI url, String user, String password) {
            this(url, user, password, "", "");
        }

        public static Account inProduction(String user, String password) {
            return new Account(URI.create("https://soa-gw.canadapost.ca"), user, password);
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
    private final CanadaPostShipments shipments;

    public CanadaPost(Account account, CallBudgets budgets, Clock clock) {
        this.account = account;
        this.clock = clock;
        this.profile = profile(!account.customerNumber().isEmpty());
        this.http = new CarrierHttp(profile, budgets, clock);
        this.shipments = new CanadaPostShipments(
                account,
                http,
                (context, path) -> call(context, path).header("Accept", CanadaPostShipments.MEDIA),
                clock);
    }

    @Override
    public CarrierProfile describe() {
        return profile;
    }

    @Override
    public Meaning meaningOf(CarrierSignal signal) {
        return CODES.meaningOf(withoutZeros(signal.code()), signal.text());
    }

    @Override
    public Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(CarrierContext context, List<TrackingRef> refs) {
        return http.trackEach(context, refs, ref -> detail(context, ref.number()), (ref, answer) -> {
            JsonNode body = Payloads.xml(answer.body());
            JsonNode messages = body.has("messages") ? body.path("messages") : body;
            if (messages.has("message")) {
                return refused(
                        Payloads.each(messages.path("message")).iterator().next());
            }
            if (!body.has("pin")) {
                throw new UnreadableAnswerException("neither a parcel nor a message");
            }
            return read(ref.number(), body).result(answer.body());
        });
    }

    @Override
    public CarrierResult<Booking> book(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
        return shipments.book(context, shipment, key);
    }

    @Override
    public CarrierResult<Booking> findBooking(CarrierContext context, IdempotencyKey key) {
        return shipments.find(context, key);
    }

    private HttpRequest.Builder detail(CarrierContext context, TrackingNumber number) {
        return call(context, "/vis/track/pin/" + number + "/detail")
                .header("Accept", "application/vnd.cpc.track-v2+xml");
    }

    private HttpRequest.Builder call(CarrierContext context, String path) {
        String credentials = Base64.getEncoder()
                .encodeToString((account.user() + ":" + account.password()).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(account.url().resolve(path))
                .header("Authorization", "Basic " + credentials)
                .header("Accept-language", context.locale().getLanguage().equals("fr") ? "fr-CA" : "en-CA");
    }

    static <T> CarrierResult<T> refused(JsonNode message) {
        String code = text(message, "code");
        String description = text(message, "description");
        return switch (code) {
            case "004", "003" -> Readings.notYet();
            case "E002", "AA001", "AA002" -> CarrierResult.rejected(CarrierErrorCode.AUTH, code, description);
            case "AA003", "AA004" -> CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, code, description);
            default -> CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, code, description);
        };
    }

    private Readings read(TrackingNumber number, JsonNode detail) {
        Readings found = new Readings(CODE, number, clock.instant());
        for (JsonNode occurrence :
                Payloads.each(detail.path("significant-events").path("occurrence"))) {
            String id = withoutZeros(text(occurrence, "event-identifier"));
            String day = text(occurrence, "event-date");
            if (id.isEmpty() || day.isEmpty()) {
                found.quarantine(occurrence, id.isEmpty() ? "no identifier" : "no date");
            } else {
                EventTime time = CarrierTimes.inNamedZone(
                        day, text(occurrence, "event-time"), text(occurrence, "event-time-zone"));
                String words = text(occurrence, "event-description");
                found.event(id, words, time, CODES.meaningOf(id, words), text(occurrence, "event-site"));
            }
        }
        String changed = text(detail, "changed-expected-date");
        String expected = text(detail, "expected-delivery-date");
        found.window(
                changed.isEmpty() ? ArrivalWindow.Kind.ESTIMATE : ArrivalWindow.Kind.FIRST_ESTIMATE,
                null,
                CarrierTimes.isoOrNull(expected),
                "");
        found.window(
                ArrivalWindow.Kind.ESTIMATE,
                null,
                CarrierTimes.isoOrNull(changed),
                text(detail, "changed-expected-delivery-reason"));
        found.related(text(detail, "return-pin"));
        return found;
    }

    private static String withoutZeros(String id) {
        return id.length() > 1 ? id.replaceFirst("^0+(?=.)", "") : id;
    }
}
