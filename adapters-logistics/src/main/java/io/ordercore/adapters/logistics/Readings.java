package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.TrackingSnapshot.Quarantined;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what an answer says of one parcel; what cannot be read is put aside, the rest kept. */
final class Readings {
    /** A fresh number shows up within hours; asking more often costs budget and helps nobody. */
    static final Duration NOT_YET = Duration.ofMinutes(30);

    private final CarrierCode carrier;
    private final TrackingNumber number;
    private final Instant now;
    private final List<TrackingEvent> events = new ArrayList<>();
    private final List<ArrivalWindow> windows = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final List<TrackingNumber> related = new ArrayList<>();

    Readings(CarrierCode carrier, TrackingNumber number, Instant now) {
        this.carrier = carrier;
        this.number = number;
        this.now = now;
    }

    void event(String code, String text, EventTime time, Meaning meaning, String place) {
        events.add(new TrackingEvent(
                carrier, number, null, code, text, time, meaning, place.isEmpty() ? null : place, now));
    }

    void quarantine(Object raw, String why) {
        quarantined.add(new Quarantined(raw.toString(), why));
    }

    void window(ArrivalWindow.Kind kind, @Nullable EventTime from, @Nullable EventTime through, String reason) {
        if (from != null || through != null) {
            windows.add(new ArrivalWindow(kind, from, through, reason.isEmpty() ? null : reason));
        }
    }

    /** A number that may be none is passed over. */
    void related(String text) {
        if (text.matches("[A-Za-z0-9 -]{4,50}") && !new TrackingNumber(text).equals(number)) {
            related.add(new TrackingNumber(text));
        }
    }

    boolean isEmpty() {
        return events.isEmpty() && quarantined.isEmpty();
    }

    TrackingSnapshot snapshot() {
        return new TrackingSnapshot(number, events, windows, now, quarantined, related);
    }

    CarrierResult<TrackingSnapshot> result(String raw) {
        return CarrierResult.ok(snapshot(), raw);
    }

    static <T> CarrierResult<T> notYet() {
        return CarrierResult.retryable(CarrierErrorCode.NOT_FOUND_YET, NOT_YET);
    }

    /** The failure of a whole call is the failure of each number in it. */
    static Map<TrackingNumber, CarrierResult<TrackingSnapshot>> each(
            List<TrackingRef> refs, CarrierResult<Map<TrackingNumber, CarrierResult<TrackingSnapshot>>> answer) {
        Map<TrackingNumber, CarrierResult<TrackingSnapshot>> results = new LinkedHashMap<>();
        for (TrackingRef ref : refs) {
            results.put(ref.number(), flat(answer, ref.number()));
        }
        return results;
    }

    private static CarrierResult<TrackingSnapshot> flat(
            CarrierResult<Map<TrackingNumber, CarrierResult<TrackingSnapshot>>> answer, TrackingNumber number) {
        return answer.decide(new CarrierResult.Cases<>() {
            @Override
            public CarrierResult<TrackingSnapshot> ok(
                    Map<TrackingNumber, CarrierResult<TrackingSnapshot>> found, String raw) {
                return found.getOrDefault(number, notYet());
            }

            @Override
            public CarrierResult<TrackingSnapshot> rejected(CarrierResult.Rejected<?> it) {
                return new CarrierResult.Rejected<>(it.code(), it.carrierCode(), it.message(), it.fieldErrors());
            }

            @Override
            public CarrierResult<TrackingSnapshot> retryable(CarrierResult.Retryable<?> it) {
                return CarrierResult.retryable(it.code(), it.retryAfter());
            }

            @Override
            public CarrierResult<TrackingSnapshot> outcomeUnknown(CarrierResult.OutcomeUnknown<?> it) {
                return new CarrierResult.OutcomeUnknown<>(it.key());
            }

            @Override
            public CarrierResult<TrackingSnapshot> unsupported(CarrierResult.Unsupported<?> it) {
                return CarrierResult.unsupported(it.capability());
            }
        });
    }
}
