package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.application.logistics.TrackParcels;
import io.ordercore.application.logistics.TrackParcels.PushDecision;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where carriers tell what happened. They sign what they send, so they carry no token. */
@Path("/carriers/{code}/pushes")
@Tag(name = "Carriers")
public class CarrierPushResource {
    /** Bytes of the largest push, 1 Mi. */
    private static final int LARGEST = 1 << 20;

    private final TrackParcels parcels;

    @Inject
    public CarrierPushResource(TrackParcels parcels) {
        this.parcels = parcels;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "pushFromCarrier",
            summary = "Takes a carrier's signed push: stored before it is answered, processed once soon after")
    @APIResponse(responseCode = "200", description = "Taken; the body is the acknowledgement this carrier expects")
    public Response push(@PathParam("code") String code, @Context HttpHeaders headers, byte[] body) {
        if (body.length > LARGEST) {
            throw Problem.of(ProblemType.BODY_TOO_LARGE).exception();
        }
        Map<String, String> sent = new LinkedHashMap<>();
        headers.getRequestHeaders().keySet().stream()
                .filter(name -> !name.equalsIgnoreCase("Authorization") && !name.equalsIgnoreCase("Cookie"))
                .forEach(name -> sent.put(name, headers.getHeaderString(name)));
        return parcels.take(carrier(code), new CarrierPush(sent, body)).decide(new PushDecision.Cases<Response>() {
            @Override
            public Response taken(String acknowledgement, String type) {
                return Response.ok(acknowledgement, type).build();
            }

            @Override
            public Response refused(CarrierErrorCode why) {
                throw Problem.of(
                                why == CarrierErrorCode.BAD_PAYLOAD
                                        ? ProblemType.MALFORMED_REQUEST
                                        : ProblemType.UNAUTHENTICATED)
                        .exception();
            }
        });
    }

    /** Whether a carrier is connected is nobody's business who cannot sign for it. */
    private static CarrierCode carrier(String code) {
        try {
            return new CarrierCode(code);
        } catch (IllegalArgumentException notACode) {
            throw Problem.of(ProblemType.UNAUTHENTICATED).exception();
        }
    }
}
