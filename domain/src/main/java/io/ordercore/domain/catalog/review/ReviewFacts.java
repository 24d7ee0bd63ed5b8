package io.ordercore.domain.catalog.review;

import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Set;

/**
 * What the review knows beside the content itself.
 *
 * @param merchant whose listing it is
 * @param priceNorm what such goods usually cost
 * @param neighbours other live listings that share a duplicate key, never the listing itself
 * @param familiarWords those words of the titles compared that at least {@value #FAMILIAR_FROM} live titles use
 */
public record ReviewFacts(
        MerchantId merchant, PriceNorm priceNorm, List<Neighbour> neighbours, Set<String> familiarWords) {
    /** In how many live titles a word stands before it is a familiar one. */
    public static final int FAMILIAR_FROM = 2;

    public ReviewFacts {
        neighbours = List.copyOf(neighbours);
        familiarWords = Set.copyOf(familiarWords);
    }
}
