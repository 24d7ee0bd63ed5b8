package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.ForeignSkuException;
import io.ordercore.application.catalog.listing.AdoptGoods;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
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

/** Goods that were reviewed elsewhere: an operator vouches for them. */
@Path("/adopted-goods")
@Tag(name = "Listings")
@Produces(MediaType.APPLICATION_JSON)
public class AdoptionResource {
    private static final int CREATED = 201;

    private final AdoptGoods goods;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public AdoptionResource(AdoptGoods goods, Bodies bodies, Once once) {
        this.goods = goods;
        this.bodies = bodies;
        this.once = once;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "adoptGoods",
            summary = "Puts goods on sale that were reviewed elsewhere; the caller is named as their reviewer")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AdoptionBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "All of them are on sale",
            content = @Content(schema = @Schema(implementation = AdoptedView.class)))
    public Response adopt(@Context SecurityContext security, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        List<AdoptGoods.Goods> adopted =
                bodies.required(body, AdoptionBody.class).checked();
        return once.run(call, body, () -> {
            try {
                goods.adopt(adopted, call.getName());
                return Answer.of(
                        CREATED,
                        new AdoptedView(
                                adopted.stream().map(each -> each.sku().value()).toList()));
            } catch (StaleVersionException taken) {
                return taken("already-listed", call);
            } catch (ForeignSkuException foreign) {
                return taken("invalid-sku", call);
            }
        });
    }

    private static Answer taken(String code, Call call) {
        return Problem.of(ProblemType.INVALID_BODY, List.of(Violation.at("/goods", code)))
                .answer(call.locale());
    }

    /** Goods, 1 to 500. */
    @Schema(name = "Adoption")
    record AdoptionBody(@NotEmpty @Size(max = 500) List<@NotNull @Valid GoodsBody> goods) {
        List<AdoptGoods.Goods> checked() {
            Conversion conversion = new Conversion();
            List<AdoptGoods.Goods> checked = new ArrayList<>(goods.size());
            for (int i = 0; i < goods.size(); i++) {
                GoodsBody each = goods.get(i);
                String pointer = "/goods/" + i;
                Sku sku = conversion.at(pointer + "/sku", "invalid-sku", () -> new Sku(each.sku()));
                MerchantId merchant =
                        conversion.at(pointer + "/merchant", "invalid-merchant", () -> new MerchantId(each.merchant()));
                Money price = each.price().money(conversion, pointer + "/price");
                if (price != null && !price.isPositive()) {
                    conversion.violated(pointer + "/price/amount", "not-positive");
                }
                if (sku != null && merchant != null && price != null) {
                    checked.add(new AdoptGoods.Goods(
                            sku,
                            merchant,
                            each.title(),
                            each.attributes() == null ? Map.of() : each.attributes(),
                            price));
                }
            }
            conversion.finish();
            return checked;
        }
    }

    /** One SKU. */
    @Schema(name = "AdoptedGoods")
    record GoodsBody(
            @NotNull @Size(min = 1, max = 64) String sku,
            @NotNull @Size(min = 1, max = 64) String merchant,
            @NotBlank @Size(max = 200) String title,

            @Nullable @Size(max = 50)
            Map<@NotBlank @Size(max = 60) String, @NotBlank @Size(max = 60) String> attributes,

            @NotNull @Valid MoneyBody price) {}

    /** What is on sale now. */
    @Schema(name = "Adopted")
    record AdoptedView(List<String> skus) {}
}
