package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Texts;
import io.ordercore.application.logistics.arrival.ForecastArrival;
import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.arrival.Expectation;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.OffsetSource;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.ParcelIncident;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Every parcel of an order: where it is, what happened where, when it should arrive, what is wrong.
 *
 * @param estimate when its goods should arrive, while none of them has been handed over
 * @param firstEstimate what was said first
 * @param lateRisk to staff only, of such an order: how much of the time left until then its journey is likely to need
 */
@Schema(name = "Tracking")
record TrackingView(
        String order,
        @Nullable ForecastView estimate,
        @Nullable ForecastView firstEstimate,
        @Nullable Double lateRisk,
        List<ParcelView> parcels) {
    private static final double MOST_RISK = 99;

    static TrackingView of(
            Order order,
            List<Parcel> parcels,
            List<IncidentCase> cases,
            ForecastArrival arrival,
            Instant now,
            boolean toStaff,
            Locale locale) {
        boolean waits = parcels.isEmpty() && order.status() == OrderStatus.CONFIRMED;
        Expectation waiting = waits ? arrival.waiting(order).orElse(null) : null;
        return new TrackingView(
                order.id().toString(),
                ForecastView.orNull(waiting == null ? null : waiting.latest()),
                ForecastView.orNull(waiting == null ? null : waiting.first()),
                waits && toStaff ? shown(arrival.lateRisk(order)) : null,
                parcels.stream()
                        .map(parcel -> ParcelView.of(
                                parcel,
                                cases.stream()
                                        .filter(it -> it.fulfilment().equals(parcel.fulfilment()))
                                        .map(it -> IncidentCaseView.of(it, toStaff, locale))
                                        .toList(),
                                toStaff ? shown(arrival.lateRisk(parcel)) : null,
                                now,
                                locale))
                        .toList());
    }

    private static @Nullable Double shown(OptionalDouble risk) {
        return risk.isPresent() ? Math.round(Math.min(risk.getAsDouble(), MOST_RISK) * 100) / 100.0 : null;
    }

    /**
     * One parcel.
     *
     * @param observedAt when the carrier was last heard; absent before the first time
     * @param ageSeconds how old that is
     * @param arrival its carrier's newest word on the arrival; the others are in {@code arrivals}
     * @param estimate the platform's own word, as it is now; absent when the journey is over
     * @param firstEstimate as it was first, before the hand-over if anything was said then: the promise
     * @param lateRisk to staff only: how much of the time left until what was promised it is likely to need; above 1, nine in ten
     *     such parcels would be late
     * @param incidents what the carrier reported
     * @param cases what is being done about it, the silence of the carrier included
     */
    @Schema(name = "TrackedParcel")
    record ParcelView(
            String fulfilment,
            String carrier,
            String trackingNumber,
            String status,
            String text,
            Instant handedOverAt,
            @Nullable Instant observedAt,
            @Nullable Long ageSeconds,
            @Nullable ArrivalView arrival,
            List<ArrivalView> arrivals,
            @Nullable ForecastView estimate,
            @Nullable ForecastView firstEstimate,
            @Nullable Double lateRisk,
            List<IncidentView> incidents,
            List<IncidentCaseView> cases,
            List<EventView> events) {
        static ParcelView of(
                Parcel parcel, List<IncidentCaseView> cases, @Nullable Double lateRisk, Instant now, Locale locale) {
            Instant observed = parcel.observedAt();
            Expectation own = parcel.own();
            Expectation awaited = parcel.isOver() ? null : own;
            ArrivalWindow latest = parcel.latestWindow();
            return new ParcelView(
                    parcel.fulfilment().toString(),
                    parcel.carrier().value(),
                    parcel.number().value(),
                    parcel.state().status().name(),
                    Texts.in(locale).of("tracking." + parcel.state().status().name(), Map.of()),
                    parcel.handedOverAt(),
                    observed,
                    observed == null ? null : Duration.between(observed, now).toSeconds(),
                    latest == null
                            ? null
                            : ArrivalView.of(parcel, parcel.windows().indexOf(latest)),
                    IntStream.range(0, parcel.windows().size())
                            .mapToObj(window -> ArrivalView.of(parcel, window))
                            .toList(),
                    ForecastView.orNull(awaited == null ? null : awaited.latest()),
                    ForecastView.orNull(own == null ? null : own.first()),
                    lateRisk,
                    parcel.state().incidents().stream()
                            .map(incident -> IncidentView.of(incident, locale))
                            .toList(),
                    cases,
                    parcel.state().events().stream().map(EventView::of).toList());
        }
    }

    /**
     * When the platform expects it, by how long its parcels took lately.
     *
     * @param expected half of such parcels arrive earlier
     * @param promised nine in ten do
     * @param since since when that is expected
     */
    @Schema(name = "ArrivalEstimate")
    record ForecastView(Instant expected, Instant promised, Instant since) {
        static @Nullable ForecastView orNull(@Nullable ArrivalForecast it) {
            return it == null ? null : of(it);
        }

        static ForecastView of(ArrivalForecast it) {
            return new ForecastView(
                    it.expected().truncatedTo(ChronoUnit.SECONDS),
                    it.promised().truncatedTo(ChronoUnit.SECONDS),
                    it.asOf());
        }
    }

    /** When it should arrive, by its carrier's word of which kind, and since when that is expected; {@code through} is the end of the window. */
    @Schema(name = "Arrival")
    record ArrivalView(
            ArrivalWindow.Kind kind,
            @Nullable TimeView from,
            @Nullable TimeView through,
            @Nullable String reason,
            Instant since) {
        static ArrivalView of(Parcel parcel, int place) {
            ArrivalWindow window = parcel.windows().get(place);
            return new ArrivalView(
                    window.kind(),
                    TimeView.of(window.from()),
                    TimeView.of(window.through()),
                    window.reason(),
                    parcel.toldAt().get(place));
        }
    }

    /** Something that went wrong. */
    @Schema(name = "ParcelIncident")
    record IncidentView(String kind, String text, boolean open, TimeView since) {
        static IncidentView of(ParcelIncident incident, Locale locale) {
            return new IncidentView(
                    incident.kind().name(),
                    Texts.in(locale).of(incident.kind().messageKey(), Map.of()),
                    incident.isOpen(),
                    TimeView.written(incident.openedBy().time()));
        }
    }

    /** One thing the carrier reported. */
    @Schema(name = "TrackingEvent")
    record EventView(
            TimeView at,
            @Nullable String status,
            @Nullable String incident,
            String carrierCode,
            String text,
            @Nullable String place) {
        static EventView of(TrackingEvent event) {
            return new EventView(
                    TimeView.written(event.time()),
                    event.meaning().status() == null
                            ? null
                            : event.meaning().status().name(),
                    event.meaning().incident() == null
                            ? null
                            : event.meaning().incident().name(),
                    event.rawCode(),
                    event.text(),
                    event.place());
        }
    }

    /** A carrier's time: as written, the instant where it is known, and how its offset is known. */
    @Schema(name = "CarrierTime")
    record TimeView(String written, @Nullable Instant instant, OffsetSource offset) {
        static @Nullable TimeView of(@Nullable EventTime time) {
            return time == null ? null : written(time);
        }

        static TimeView written(EventTime time) {
            return new TimeView(time.raw(), time.instant(), time.source());
        }
    }
}
