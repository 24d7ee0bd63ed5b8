package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.money.MoneyBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for one SKU.
 *
 * @param title what the buyer reads; of goods on sale it changes with a revision of their listing only
 * @param attributes what tells this variant from its siblings
 * @param merchant whose offer it is; only an operator may say so
 */
@Schema(
        name = "OfferRequest",
        examples = "{\"title\":\"Kettle\",\"attributes\":{\"colour\":\"red\"},"
                + "\"price\":{\"amount\":\"129.00\",\"currency\":\"CNY\"}}")
record OfferBody(
        @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(max = 200)
        String title,

        @Nullable @Size(max = 50)
        Map<@NotNull @Size(min = 1, max = 64) String, @NotNull @Size(max = 200) String> attributes,

        @NotNull @Valid MoneyBody price,
        @Nullable @Size(min = 1, max = 64) String merchant) {

    /** The price, above zero. */
    Money checkedPrice() {
        Conversion conversion = new Conversion();
        Money money = price.money(conversion, "/price");
        if (money != null && !money.isPositive()) {
            conversion.violated("/price/amount", "not-positive");
        }
        conversion.finish();
        return Conversion.given(money);
    }
}
