package io.ordercore.domain.catalog.review;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.joda.money.Money;

/**
 * What the review knows beside the content itself.
 *
 * @param merchant whose listing it is
 * @param priceNorm what such goods usually cost
 * @param neighbours other live listings that share a duplicate key, never the listing itself
 * @param familiarWords those words of the titles compared that at least {@value #FAMILIAR_FROM} live titles use
 * @param published what buyers pay now for those of its SKUs that are published
 */
public record ReviewFacts(
        MerchantId merchant,
        PriceNorm priceNorm,
        List<Neighbour> neighbours,
        Set<String> familiarWords,
        List<Published> published) {
    /** In how many live titles a word stands before it is a familiar one. */
    public static final int FAMILIAR_FROM = 2;

    /** What buyers pay for a SKU. */
    public record Published(Sku sku, Money price) {}

    public ReviewFacts {
        neighbours = List.copyOf(neighbours);
        familiarWords = Set.copyOf(familiarWords);
        // Facts that were stored before prices were among them have none.
        published = List.copyOf(Objects.requireNonNullElse(published, List.of()));
    }

    /** Facts about goods that are not published yet. */
    public ReviewFacts(
            MerchantId merchant, PriceNorm priceNorm, List<Neighbour> neighbours, Set<String> familiarWords) {
        this(merchant, priceNorm, neighbours, familiarWords, List.of());
    }

    public ReviewFacts with(List<Published> prices) {
        return new ReviewFacts(merchant, priceNorm, neighbours, familiarWords, prices);
    }
}
