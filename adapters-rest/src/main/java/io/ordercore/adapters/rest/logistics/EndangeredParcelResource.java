package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.application.logistics.EndangeredParcels;
import io.ordercore.application.logistics.EndangeredParcels.Place;
import io.ordercore.application.logistics.TrackParcels;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Parcel;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The work list of parcels that may come too late. */
@Path("/endangered-parcels")
@Tag(name = "Tracking")
@Produces(MediaType.APPLICATION_JSON)
public class EndangeredParcelResource {
    private static final Duration CURSOR_GOOD_FOR = Duration.ofDays(1);

    private final TrackParcels parcels;
    private final Clock clock;

    @Inject
    public EndangeredParcelResource(TrackParcels parcels, Clock clock) {
        this.parcels = parcels;
        this.clock = clock;
    }

    /** The moment of the first page, and where the page before ended. */
    private record Cursor(Instant asOf, Place place) {
        static Cursor parse(String text) {
            String[] parts = text.split("~", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("no cursor");
            }
            return new Cursor(
                    Instant.parse(parts[0]), new Place(Long.parseLong(parts[1]), FulfilmentId.parse(parts[2])));
        }

        @Override
        public String toString() {
            return asOf + "~" + place.urgency() + "~" + place.parcel();
        }
    }

    @GET
    @Operation(
            operationId = "listEndangeredParcels",
            summary = "Parcels that may miss what their buyers were promised: those too late first, then by risk",
            description =
                    "A parcel is listed as soon as less time is left than nine in ten such parcels need, until it arrives.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the work list",
            content = @Content(schema = @Schema(implementation = EndangeredPage.class)))
    public Response list(
            @Context SecurityContext security,
            @QueryParam("carrier") @Nullable String carrier,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        int most = Page.limit(limit);
        Cursor before = Parameters.query("after", after, Cursor::parse);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant asOf = before == null ? now : before.asOf();
        if (Duration.between(asOf, now).abs().compareTo(CURSOR_GOOD_FOR) > 0) {
            throw Parameters.invalid("after");
        }
        List<Parcel> found = parcels.endangered(new EndangeredParcels(
                asOf,
                Parameters.query("carrier", carrier, CarrierCode::new),
                before == null ? null : before.place(),
                most + 1));
        return Answer.ok(Page.of(
                        found,
                        most,
                        parcel -> EndangeredParcelView.of(parcel, asOf, call.locale()),
                        parcel -> new Cursor(
                                asOf,
                                new Place(EndangeredParcelView.danger(parcel).urgency(asOf), parcel.fulfilment()))))
                .response();
    }

    @Schema(name = "EndangeredParcelPage")
    private record EndangeredPage(
            List<EndangeredParcelView> items, @Nullable String next) {}
}
