package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.adapters.rest.party.RecipientBody;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.Recipient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as it is asked for.
 *
 * @param buyer for whom an agent places it; nobody else may name one
 * @param reason why an agent does
 */
@Schema(name = "PurchaseRequest")
record PurchaseBody(
        @NotNull @Size(min = 1, max = PurchaseRequest.MOST_LINES)
        List<@NotNull @Valid Line> lines,

        @NotNull @Valid RecipientBody deliverTo,
        @Nullable @Size(min = 1, max = 64) String buyer,
        @Nullable @Size(max = 200) String reason) {

    static final String EXAMPLE = """
            {"lines":[{"sku":"kettle-red","quantity":2,"unitPrice":{"amount":"129.00","currency":"CNY"}}],
             "deliverTo":{"name":"Lin Xia","phone":"+8613800000000","country":"CN","region":"Zhejiang","city":"Hangzhou",
              "district":"Xihu","street":"1 Lakeside Road","postalCode":"310000"}}""";

    /**
     * Some units of one SKU.
     *
     * @param unitPrice what the buyer was shown
     */
    @Schema(name = "PurchaseRequestLine")
    record Line(
            @NotNull @Size(min = 1, max = 64) String sku,
            @NotNull @Min(1) @Max(PurchaseLine.MOST_UNITS) Integer quantity,
            @NotNull @Valid MoneyBody unitPrice) {}

    /** What is asked for, in the domain's words. */
    PurchaseRequest request(BuyerId forWhom) {
        Conversion conversion = new Conversion();
        Recipient recipient = deliverTo.recipient(conversion, "/deliverTo");
        List<@Nullable PurchaseLine> converted = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            converted.add(line(conversion, "/lines/" + i, lines.get(i)));
        }
        conversion.finish();
        return new PurchaseRequest(
                forWhom,
                Conversion.given(recipient),
                converted.stream().filter(Objects::nonNull).toList());
    }

    private static @Nullable PurchaseLine line(Conversion conversion, String pointer, Line line) {
        Sku sku = conversion.at(pointer + "/sku", "invalid-sku", () -> new Sku(line.sku()));
        Money price = line.unitPrice().money(conversion, pointer + "/unitPrice");
        return sku == null || price == null ? null : new PurchaseLine(sku, line.quantity(), price);
    }
}
