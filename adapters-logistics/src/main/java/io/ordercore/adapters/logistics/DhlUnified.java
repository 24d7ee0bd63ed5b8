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
import io.ordercore.application.logistics.ProvesDelivery;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * DHL Shipment Tracking Unified: one question for all divisions of DHL. Times often come without a zone and are then
 * left without an instant. One number may belong to parcels of several divisions: the postal code tells them apart.
 */
public final class DhlUnified implements CarrierGateway, Tracks, ProvesDelivery {
    private static final CarrierCode CODE = new CarrierCode("dhl-unified");
    private static final CodeTable CODES = CodeTable.of("dhl-unified");
    private static final CarrierProfile PROFILE = new CarrierProfile(
            CODE,
            "DHL",
            Set.of(Capability.TRACK_PULL, Capability.ETA, Capability.ETA_WINDOW, Capability.POD),
            1,
            Set.of(),
            null,
            CallBudget.UNPUBLISHED,
            List.of("dhl-express", "dhl-express-piece", "dhl-ecommerce", "dhl-ecommerce-14"));

    /** {@code service} narrows the question to one division, for example {@code express}; empty asks them all. */
    public record Account(URI url, String apiKey, String service) {
        public static Account inProduction(String apiKey) {
            return new Account(URI.create("https://api-eu.dhl.com"), apiKey, "");
        }

        @Override
        public String toString() {
            return "Account[" + url + "]";
        }
    }

    private final Account account;
    private final Clock clock;
    private final CarrierHttp http;

    public DhlUnified(Account account, CallBudgets budgets, Clock clock) {
        this.account = account;
        this.clock = clock;
        this.http = new CarrierHttp(PROFILE, budgets, clock);
    }

    @Override
    public CarrierProfile describe() {
        return PROFILE;
    }

    @Override
    public Meaning meaningOf(CarrierSignal signal) {
        return CODES.meaningOf(signal);
    }

    @Override
    public Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(CarrierContext context, List<TrackingRef> refs) {
        return http.trackEach(context, refs, ref -> shipments(context, ref.number()), (ref, answer) -> {
            List<JsonNode> candidates = candidates(answer, ref.destinationPostalCode());
            if (candidates.isEmpty()) {
                return refused(answer);
            }
            if (candidates.size() > 1) {
                return CarrierResult.rejected(
                        CarrierErrorCode.AMBIGUOUS_NUMBER, "", candidates.size() + " parcels bear this number");
            }
            return read(ref.number(), candidates.get(0)).result(answer.body());
        });
    }

    private HttpRequest.Builder shipments(CarrierContext context, TrackingNumber number) {
        String query = "?trackingNumber=" + Payloads.encode(number.value())
                + "&language=" + context.locale().getLanguage()
                + (account.service().isEmpty() ? "" : "&service=" + Payloads.encode(account.service()));
        return HttpRequest.newBuilder(account.url().resolve("/track/shipments" + query))
                .header("DHL-API-Key", account.apiKey())
                .header("Accept", "application/json");
    }

    private static List<JsonNode> candidates(CarrierHttp.Answer answer, @Nullable String postalCode)
            throws UnreadableAnswerException {
        if (answer.status() != 200) {
            return List.of();
        }
        JsonNode shipments = Payloads.json(answer.body()).path("shipments");
        if (!shipments.isArray()) {
            throw new UnreadableAnswerException("no list of shipments");
        }
        List<JsonNode> all = new ArrayList<>();
        List<JsonNode> there = new ArrayList<>();
        for (JsonNode shipment : shipments) {
            all.add(shipment);
            if (postalCode != null && sameCode(postalCode, text(shipment, "destination", "address", "postalCode"))) {
                there.add(shipment);
            }
        }
        return there.isEmpty() ? all : there;
    }

    private static boolean sameCode(String one, String other) {
        return one.replace(" ", "").equalsIgnoreCase(other.replace(" ", ""));
    }

    /** {@code 404} is also what a label not yet handed over gets. */
    private static <T> CarrierResult<T> refused(CarrierHttp.Answer answer) throws UnreadableAnswerException {
        if (answer.status() == 200 || answer.status() == 404) {
            return Readings.notYet();
        }
        JsonNode problem = Payloads.json(answer.body());
        return CarrierResult.rejected(
                CarrierErrorCode.INVALID_INPUT, String.valueOf(answer.status()), text(problem, "detail"));
    }

    private Readings read(TrackingNumber number, JsonNode shipment) {
        Readings found = new Readings(CODE, number, clock.instant());
        JsonNode newest = shipment.path("status");
        readEvent(newest, found);
        for (JsonNode event : shipment.path("events")) {
            if (!isSame(event, newest)) {
                readEvent(event, found);
            }
        }
        JsonNode frame = shipment.path("estimatedDeliveryTimeFrame");
        String remark = text(shipment, "estimatedTimeOfDeliveryRemark");
        if (frame.isObject()) {
            found.window(
                    ArrivalWindow.Kind.ESTIMATE,
                    CarrierTimes.isoOrNull(text(frame, "estimatedFrom")),
                    CarrierTimes.isoOrNull(text(frame, "estimatedThrough")),
                    remark);
        } else {
            found.window(
                    ArrivalWindow.Kind.ESTIMATE,
                    null,
                    CarrierTimes.isoOrNull(text(shipment, "estimatedTimeOfDelivery")),
                    remark);
        }
        shipment.path("details").path("pieceIds").forEach(piece -> found.related(piece.asText()));
        return found;
    }

    /**
     * The newest event also stands alone as {@code status} and counts once, even where only one of the two writes the offset
     * of its time.
     */
    private static boolean isSame(JsonNode event, JsonNode newest) {
        LocalDateTime at = CarrierTimes.iso(text(event, "timestamp")).local();
        return at != null
                && at.equals(CarrierTimes.iso(text(newest, "timestamp")).local())
                && text(event, "statusCode").equals(text(newest, "statusCode"))
                && text(event, "description").equals(text(newest, "description"));
    }

    private static void readEvent(JsonNode event, Readings found) {
        if (!event.isObject()) {
            return;
        }
        String code = text(event, "statusCode");
        String time = text(event, "timestamp");
        if (code.isEmpty() || time.isEmpty()) {
            found.quarantine(event, code.isEmpty() ? "no status code" : "no time");
            return;
        }
        String description = text(event, "description");
        String words = description.isEmpty() ? text(event, "status") : description;
        String all = words + " " + text(event, "status") + " " + text(event, "remark");
        found.event(
                code,
                words,
                CarrierTimes.iso(time),
                CODES.meaningOf(code, all),
                text(event, "location", "address", "addressLocality"));
    }

    @Override
    public CarrierResult<ProofOfDelivery> proofOfDelivery(CarrierContext context, TrackingNumber parcel) {
        return http.read(context, shipments(context, parcel), answer -> {
            for (JsonNode shipment : candidates(answer, null)) {
                JsonNode proof = shipment.path("details").path("proofOfDelivery");
                if (!text(proof, "timestamp").isEmpty()) {
                    String document = text(proof, "documentUrl");
                    return CarrierResult.ok(
                            new ProofOfDelivery(
                                    text(proof, "signed", "name"),
                                    document.isEmpty() ? null : document,
                                    CarrierTimes.iso(text(proof, "timestamp"))),
                            answer.body());
                }
            }
            return refused(answer);
        });
    }
}
