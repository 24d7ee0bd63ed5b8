package io.ordercore.adapters.rest.notice;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.application.notice.webhook.ManageWebhooks;
import io.ordercore.domain.notice.webhook.WebhookDelivery;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import io.ordercore.domain.party.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where other systems are told what happens. A merchant has its own endpoints, an operator the platform's and sees all. */
@Path("/webhooks")
@Tag(name = "Webhooks", description = "Signed messages to other systems (Standard Webhooks).")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {
    private final ManageWebhooks webhooks;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public WebhookResource(ManageWebhooks webhooks, Bodies bodies, Once once) {
        this.webhooks = webhooks;
        this.bodies = bodies;
        this.once = once;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerWebhook",
            summary = "Registers an endpoint; the answer tells its secret, this once")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response register(@Context SecurityContext security, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        WebhookBody read = bodies.required(body, WebhookBody.class);
        URI url = url(read.url());
        webhooks.refusal(url).ifPresent(code -> {
            throw refused(code);
        });
        Set<String> types = read.types() == null ? Set.of() : read.types();
        return once.run(call, body, () -> {
            WebhookEndpoint registered = webhooks.register(ownOf(call), url, types);
            return Answer.created(call.location("webhooks", registered.id()), WebhookView.withSecret(registered));
        });
    }

    private static URI url(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException notOne) {
            throw refused("not-a-url");
        }
    }

    private static RuntimeException refused(String code) {
        return Problem.of(ProblemType.INVALID_BODY, List.of(Violation.at("/url", code)))
                .exception();
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "The endpoints, the earliest first")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = WebhookList.class)))
    public Response list(@Context SecurityContext security) {
        Call call = Call.of(security);
        return Answer.ok(new WebhookList(
                        webhooks.of(ownOf(call)).stream().map(WebhookView::of).toList()))
                .response();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWebhook", summary = "An endpoint and how it does")
    @APIResponse(
            responseCode = "200",
            description = "It",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        return Answer.ok(WebhookView.of(found(Call.of(security), id))).response();
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeWebhook", summary = "Forgets an endpoint")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Response remove(@Context SecurityContext security, @PathParam("id") String id) {
        webhooks.remove(found(Call.of(security), id).id());
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Makes a new secret; for a day messages are signed with both")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint with its new secret",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response rotate(@Context SecurityContext security, @PathParam("id") String id, byte @Nullable [] body) {
        Call call = Call.of(security);
        call.commandKey();
        UUID found = found(call, id).id();
        return once.run(call, body, () -> answer(webhooks.rotate(found).map(WebhookView::withSecret)));
    }

    @POST
    @Path("/{id}/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "enableWebhook", summary = "Enables or disables; what happens meanwhile is kept")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookStateBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It as it is now",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response enable(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        WebhookStateBody read = bodies.required(body, WebhookStateBody.class);
        UUID found = found(call, id).id();
        return once.run(
                call, body, () -> answer(webhooks.enable(found, read.enabled()).map(WebhookView::of)));
    }

    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayWebhook",
            summary = "Has everything since a moment sent anew, under the same identifiers")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplayBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "How much",
            content = @Content(schema = @Schema(implementation = Replayed.class)))
    public Response replay(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        ReplayBody read = bodies.required(body, ReplayBody.class);
        UUID found = found(call, id).id();
        return once.run(call, body, () -> Answer.ok(new Replayed(webhooks.replay(found, read.from()))));
    }

    @GET
    @Path("/{id}/deliveries")
    @Operation(operationId = "listWebhookDeliveries", summary = "What was told and how each try went, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public Response deliveries(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        int most = Page.limit(limit);
        List<WebhookDelivery> told =
                webhooks.deliveries(found(call, id).id(), Parameters.query("after", after, UUID::fromString), most + 1);
        return Answer.ok(Page.of(
                        told,
                        most,
                        WebhookView.DeliveryView::of,
                        it -> it.message().id()))
                .response();
    }

    private static Answer answer(Optional<WebhookView> changed) {
        return Answer.ok(
                changed.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception()));
    }

    private static @Nullable String ownOf(Call call) {
        return call.role() == Role.MERCHANT ? call.getName() : null;
    }

    private WebhookEndpoint found(Call call, String id) {
        String own = ownOf(call);
        return webhooks.find(Parameters.id(id, UUID::fromString))
                .filter(it -> own == null || own.equals(it.merchant()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    @Schema(name = "Webhooks")
    private record WebhookList(List<WebhookView> items) {}

    @Schema(name = "WebhooksReplayed")
    private record Replayed(int messages) {}

    @Schema(name = "WebhookDeliveryPage")
    private record DeliveryPage(
            List<WebhookView.DeliveryView> items, @Nullable String next) {}
}
