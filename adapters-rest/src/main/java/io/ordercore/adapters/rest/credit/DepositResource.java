package io.ordercore.adapters.rest.credit;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.application.credit.FindCredit;
import io.ordercore.application.credit.FindDeposit;
import io.ordercore.application.credit.ForfeitDeposit;
import io.ordercore.application.credit.TopUpDeposit;
import io.ordercore.domain.credit.DepositEntry;
import io.ordercore.domain.party.MerchantId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the platform holds of a merchant's money, and every booking that led to it. */
@Path("/merchants/{id}/deposit")
@Tag(name = "Merchant credit", description = "Explained scores, tiers, sanctions, appeals.")
@Produces(MediaType.APPLICATION_JSON)
public class DepositResource {
    private final FindDeposit deposits;
    private final TopUpDeposit topUp;
    private final ForfeitDeposit forfeit;
    private final FindCredit credit;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public DepositResource(
            FindDeposit deposits,
            TopUpDeposit topUp,
            ForfeitDeposit forfeit,
            FindCredit credit,
            Bodies bodies,
            Once once) {
        this.deposits = deposits;
        this.topUp = topUp;
        this.forfeit = forfeit;
        this.credit = credit;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(
            operationId = "getDeposit",
            summary = "What is held of a merchant's money, what is to be, what is missing and what goes back when")
    @APIResponse(
            responseCode = "200",
            description = "An account per currency",
            content = @Content(schema = @Schema(implementation = DepositViews.AccountsView.class)))
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        MerchantId merchant = MerchantResource.known(credit, Call.of(security), id);
        return Answer.ok(DepositViews.AccountsView.of(deposits.accounts(merchant)))
                .response();
    }

    @GET
    @Path("/entries")
    @Operation(operationId = "listDepositEntries", summary = "Every booking to a merchant's deposit, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of bookings",
            content = @Content(schema = @Schema(implementation = DepositViews.EntryPage.class)))
    public Response entries(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        MerchantId merchant = MerchantResource.known(credit, Call.of(security), id);
        int most = Page.limit(limit);
        return Answer.ok(Page.of(
                        deposits.entries(merchant, Parameters.query("after", after, Long::valueOf), most + 1),
                        most,
                        DepositViews.EntryView::of,
                        line -> line.number()))
                .response();
    }

    @POST
    @Path("/top-ups")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "topUpDeposit",
            summary = "Books a merchant's transfer into its deposit; less is kept back from its payouts then")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditBodies.TopUpBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The accounts after it",
            content = @Content(schema = @Schema(implementation = DepositViews.AccountsView.class)))
    public Response topUp(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        CreditBodies.TopUpBody read = bodies.required(body, CreditBodies.TopUpBody.class);
        MerchantId merchant = MerchantResource.known(credit, call, id);
        TopUpDeposit.Command command = new TopUpDeposit.Command(merchant, positive(read.amount()), read.reference());
        return once.run(
                call,
                body,
                () -> topUp.topUp(command).isPresent()
                        ? Answer.ok(DepositViews.AccountsView.of(deposits.accounts(merchant)))
                        : Problem.of(ProblemType.CREDIT_REFUSED, List.of(Violation.at("/reference", "already-booked")))
                                .answer(call.locale()));
    }

    @POST
    @Path("/forfeits")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "forfeitDeposit",
            summary = "Takes from a merchant's deposit what the platform paid in its place; the merchant is told why")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditBodies.ForfeitBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The accounts after it",
            content = @Content(schema = @Schema(implementation = DepositViews.AccountsView.class)))
    @APIResponse(responseCode = "409", description = "credit-refused: more-than-held, or already-booked")
    public Response forfeit(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        CreditBodies.ForfeitBody read = bodies.required(body, CreditBodies.ForfeitBody.class);
        MerchantId merchant = MerchantResource.known(credit, call, id);
        ForfeitDeposit.Command command =
                new ForfeitDeposit.Command(merchant, positive(read.amount()), read.reference(), read.reason());
        return once.run(
                call,
                body,
                () -> forfeit.forfeit(command).decide(new ForfeitDeposit.Outcome.Cases<Answer>() {
                    @Override
                    public Answer forfeited(DepositEntry entry) {
                        return Answer.ok(DepositViews.AccountsView.of(deposits.accounts(merchant)));
                    }

                    @Override
                    public Answer refused(ForfeitDeposit.Refusal reason, Money held) {
                        return Problem.of(ProblemType.CREDIT_REFUSED, List.of(violation(reason, held)))
                                .answer(call.locale());
                    }
                }));
    }

    private static Violation violation(ForfeitDeposit.Refusal reason, Money held) {
        String code = ProblemType.codeOf(reason);
        return switch (reason) {
            case ALREADY_BOOKED -> Violation.at("/reference", code);
            case MORE_THAN_HELD -> new Violation("/amount", code, Map.of("held", MoneyBody.of(held)));
        };
    }

    private static Money positive(MoneyBody body) {
        Conversion conversion = new Conversion();
        Money amount = body.money(conversion, "/amount");
        if (amount != null && amount.isZero()) {
            conversion.violated("/amount/amount", "not-positive");
        }
        conversion.finish();
        return Conversion.given(amount);
    }
}
