package io.ordercore.domain.catalog;

import io.ordercore.domain.party.MerchantId;
import java.util.Map;
import org.joda.money.Money;

/**
 * What a merchant asks for one SKU, as buyers see it.
 *
 * @param title what the buyer reads
 * @param attributes what tells this variant from its siblings, for example colour and size
 * @param orderable false while the goods are unreviewed, suspended or withdrawn: nobody can order them
 * @param version rises by one with every change; 1 when first published
 */
public record Offer(
        Sku sku,
        MerchantId merchant,
        String title,
        Map<String, String> attributes,
        Money price,
        boolean orderable,
        long version) {
    private static final int LONGEST_TITLE = 200;

    public Offer {
        attributes = Map.copyOf(attributes);
        title = title.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("a title has 1 to " + LONGEST_TITLE + " characters");
        }
        if (!price.isPositive()) {
            throw new IllegalArgumentException("a price is above zero");
        }
    }

    /** The same offer, one version on, at another price. */
    public Offer at(Money changed) {
        return new Offer(sku, merchant, title, attributes, changed, orderable, version + 1);
    }

    /** The same offer, one version on, that nobody can order. */
    public Offer withdrawn() {
        return new Offer(sku, merchant, title, attributes, price, false, version + 1);
    }
}
