package io.ordercore.application.credit;

import io.ordercore.application.catalog.Offers;
import io.ordercore.domain.catalog.Sku;

/** What kind of goods a SKU is: orders of one category are measured by what is normal there. */
@FunctionalInterface
public interface Categories {
    /** A code of the platform's own choosing; {@code other} where nobody said. */
    String of(Sku sku);

    /** By the offer's attribute {@code category}. */
    static Categories byAttribute(Offers offers) {
        return sku -> offers.find(sku)
                .map(offer -> offer.attributes().getOrDefault("category", "other"))
                .orElse("other");
    }
}
