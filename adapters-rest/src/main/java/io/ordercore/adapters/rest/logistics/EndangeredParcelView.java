package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Texts;
import io.ordercore.adapters.rest.logistics.TrackingView.ArrivalView;
import io.ordercore.adapters.rest.logistics.TrackingView.ForecastView;
import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.arrival.Danger;
import io.ordercore.domain.logistics.arrival.Expectation;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.IncidentHandling;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.ParcelIncident;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that may come too late.
 *
 * @param text its status in words
 * @param promised what the buyer was promised
 * @param late whether that has passed
 * @param risk how much of the time left it is likely to need; above 1, nine in ten such parcels are late
 * @param since since when that is so
 * @param estimate when the platform expects it now
 * @param arrival its carrier's newest word
 * @param incidents what is wrong with it
 * @param whatHelps what can be done about it, the most fitting first
 */
@Schema(name = "EndangeredParcel")
record EndangeredParcelView(
        String order,
        String fulfilment,
        String carrier,
        String trackingNumber,
        String status,
        String text,
        Instant promised,
        boolean late,
        double risk,
        Instant since,
        Instant lastMovement,
        @Nullable ForecastView estimate,
        @Nullable ArrivalView arrival,
        List<String> incidents,
        List<Help> whatHelps) {
    private static final double MOST_RISK = 99;

    static EndangeredParcelView of(Parcel parcel, Instant now, Locale locale) {
        Danger danger = danger(parcel);
        Expectation own = parcel.own();
        ArrivalForecast said = own == null ? null : own.latest();
        ArrivalWindow window = parcel.latestWindow();
        return new EndangeredParcelView(
                parcel.fulfilment().order().toString(),
                parcel.fulfilment().toString(),
                parcel.carrier().value(),
                parcel.number().value(),
                parcel.state().status().name(),
                Texts.in(locale).of("tracking." + parcel.state().status().name(), Map.of()),
                danger.promised(),
                danger.isBroken(now),
                Math.min(Math.round(danger.urgency(now) / 10.0) / 100.0, MOST_RISK),
                danger.from(),
                parcel.lastMovement(),
                ForecastView.orNull(said),
                window == null ? null : ArrivalView.of(parcel, parcel.windows().indexOf(window)),
                parcel.state().incidents().stream()
                        .filter(ParcelIncident::isOpen)
                        .map(it -> it.kind().name())
                        .toList(),
                parcel.whatHelps(now).stream().map(it -> Help.of(it, locale)).toList());
    }

    /** Only those in danger are listed. */
    static Danger danger(Parcel parcel) {
        return Objects.requireNonNull(parcel.danger());
    }

    /** Something to do, as a code and in words. */
    @Schema(name = "ParcelHelp")
    record Help(IncidentHandling code, String text) {
        static Help of(IncidentHandling code, Locale locale) {
            return new Help(code, Texts.in(locale).of("help." + code.name(), Map.of()));
        }
    }
}
