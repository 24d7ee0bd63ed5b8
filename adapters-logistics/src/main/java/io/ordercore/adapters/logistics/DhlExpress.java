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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * DHL Express by its older XML services, which many accounts still have. A checkpoint's time is the wall clock of its
 * service area, whose zone only newer versions write: without {@code GMTOffset} the instant is unknown.
 */
public final class DhlExpress implements CarrierGateway, Tracks {
    private static final CarrierCode CODE = new CarrierCode("dhl-express");
    private static final CodeTable CODES = CodeTable.of("dhl-express");
    private static final CarrierProfile PROFILE = new CarrierProfile(
            CODE,
            "DHL Express",
            Set.of(Capability.TRACK_PULL, Capability.ETA),
            1,
            Set.of(),
            null,
            CallBudget.UNPUBLISHED,
            List.of("dhl-express"));

    /** Site and password go with every question. */
    public record Account(URI url, String siteId, String password) {
        @Override
        public String toString() {
            return "Account[" + url + "]";
        }
    }

    private final Account account;
    private final Clock clock;
    private final CarrierHttp http;

    public DhlExpress(Account account, CallBudgets budgets, Clock clock) {
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
        return http.trackEach(context, refs, ref -> question(ref.number()), (ref, answer) -> {
            JsonNode body = Payloads.xml(answer.body());
            for (JsonNode parcel : Payloads.each(body.path("AWBInfo"))) {
                if (parcel.path("ShipmentInfo").has("ShipmentEvent")) {
                    return read(ref.number(), parcel.path("ShipmentInfo")).result(answer.body());
                }
                return refused(parcel.path("Status").path("Condition"));
            }
            if (!body.path("Response").has("Status")) {
                throw new UnreadableAnswerException("neither a parcel nor a status");
            }
            return refused(body.path("Response").path("Status").path("Condition"));
        });
    }

    private HttpRequest.Builder question(TrackingNumber number) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        String xml =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><req:KnownTrackingRequest xmlns:req=\"http://www.dhl.com\">"
                        + "<Request><ServiceHeader><MessageTime>" + now + "</MessageTime><MessageReference>"
                        + Digests.md5Hex(number + now) + "</MessageReference><SiteID>" + escaped(account.siteId())
                        + "</SiteID><Password>" + escaped(account.password()) + "</Password></ServiceHeader></Request>"
                        + "<LanguageCode>en</LanguageCode><AWBNumber>" + number + "</AWBNumber>"
                        + "<LevelOfDetails>ALL_CHECK_POINTS</LevelOfDetails></req:KnownTrackingRequest>";
        return HttpRequest.newBuilder(account.url().resolve("/XMLShippingServlet"))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(xml));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** 209 and an absent condition are what a label not yet handed over gets. */
    private static <T> CarrierResult<T> refused(JsonNode condition) {
        String code = text(condition, "ConditionCode");
        String words = text(condition, "ConditionData");
        return switch (code) {
            case "", "209" -> Readings.notYet();
            case "100" -> CarrierResult.rejected(CarrierErrorCode.AUTH, code, words);
            default -> CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, code, words);
        };
    }

    private Readings read(TrackingNumber number, JsonNode parcel) {
        Readings found = new Readings(CODE, number, clock.instant());
        for (JsonNode event : Payloads.each(parcel.path("ShipmentEvent"))) {
            String code = text(event, "ServiceEvent", "EventCode");
            String day = text(event, "Date");
            if (code.isEmpty() || day.isEmpty()) {
                found.quarantine(event, code.isEmpty() ? "no event code" : "no date");
            } else {
                String words = text(event, "ServiceEvent", "Description");
                String time = text(event, "Time");
                found.event(
                        code,
                        words,
                        CarrierTimes.iso(time.isEmpty() ? day : day + "T" + time + text(event, "GMTOffset")),
                        CODES.meaningOf(code, words),
                        text(event, "ServiceArea", "Description"));
            }
        }
        String estimate = text(parcel, "EstDlvyDate");
        found.window(ArrivalWindow.Kind.ESTIMATE, null, estimate.isEmpty() ? null : estimated(estimate), "");
        return found;
    }

    /** {@code 2026-02-04 23:59:00 GMT-08:00}. */
    private static EventTime estimated(String raw) {
        EventTime time = CarrierTimes.iso(raw.replaceFirst(" GMT", "").replaceFirst(" ", "T"));
        return new EventTime(raw, time.local(), time.instant(), time.source());
    }
}
