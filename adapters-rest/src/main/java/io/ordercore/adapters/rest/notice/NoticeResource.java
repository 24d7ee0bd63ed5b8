package io.ordercore.adapters.rest.notice;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.application.notice.ReadNotices;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import io.ordercore.domain.party.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller has been told; staff reads the inbox of whom they name. */
@Path("/notices")
@Tag(name = "Notices", description = "What buyers and merchants are told.")
@Produces(MediaType.APPLICATION_JSON)
public class NoticeResource {
    private final ReadNotices notices;

    @Inject
    public NoticeResource(ReadNotices notices) {
        this.notices = notices;
    }

    @GET
    @Operation(
            operationId = "listNotices",
            summary = "The caller's inbox, the latest first; an agent or operator names a buyer or a merchant")
    @APIResponse(
            responseCode = "200",
            description = "A page of notices, worded in the language of Accept-Language",
            content = @Content(schema = @Schema(implementation = NoticePage.class)))
    public Response list(
            @Context SecurityContext security,
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("merchant") @Nullable String merchant,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        int most = Page.limit(limit);
        List<Notice> found = notices.inbox(
                whose(call, buyer, merchant), Parameters.query("after", after, UUID::fromString), most + 1);
        return Answer.ok(Page.of(found, most, notice -> NoticeView.of(notice, call.locale()), Notice::id))
                .response();
    }

    private static Recipient whose(Call call, @Nullable String buyer, @Nullable String merchant) {
        if (call.ownOnly()) {
            return call.role() == Role.MERCHANT ? Recipient.merchant(call.getName()) : Recipient.buyer(call.getName());
        }
        if (merchant != null) {
            return Recipient.merchant(merchant);
        }
        if (buyer == null) {
            throw Problem.of(ProblemType.INVALID_PARAMETER).exception();
        }
        return Recipient.buyer(buyer);
    }

    @Schema(name = "NoticePage")
    private record NoticePage(
            List<NoticeView> items, @Nullable String next) {}
}
