package io.ordercore.domain.catalog.review;

import io.ordercore.domain.catalog.CategoryPath;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.party.MerchantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Listings held in memory so that the facts a review needs are found without looking at all of them. Not safe for use by several
 * threads at once.
 */
public final class ListingIndex {
    /** How many neighbours of each kind a review looks at, those that share most keys first. */
    public static final int MOST_NEIGHBOURS = 12;

    private final PriceStatistics prices = PriceStatistics.empty();
    private final Map<String, Integer> titlesByWord = new HashMap<>();
    private final Map<Long, Set<ListingId>> byKey = new HashMap<>();
    private final Map<ListingId, Neighbour> neighbours = new HashMap<>();

    private ListingIndex() {}

    /** An index of no listings. */
    public static ListingIndex empty() {
        return new ListingIndex();
    }

    /** Makes a listing a possible neighbour of others. */
    public void add(ListingId listing, MerchantId merchant, ListingContent content) {
        neighbours.put(listing, Neighbour.of(listing, merchant, content));
        DuplicateKeys.of(content)
                .all()
                .forEach(key ->
                        byKey.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(listing));
    }

    /** Takes back what {@link #add} did with the same content. */
    public void remove(ListingId listing, ListingContent content) {
        neighbours.remove(listing);
        DuplicateKeys.of(content)
                .all()
                .forEach(key -> byKey.getOrDefault(key, new HashSet<>()).remove(listing));
    }

    /** Counts the prices and the words of a listing. */
    public void count(ListingContent content) {
        TitleWords.of(content.title()).forEach(word -> titlesByWord.merge(word, 1, Integer::sum));
        CategoryPath category = content.category();
        if (category != null) {
            content.variants().forEach(variant -> prices.add(category, content.brand(), variant.price()));
        }
    }

    /** Takes back what {@link #count} did with the same content. */
    public void discount(ListingContent content) {
        TitleWords.of(content.title()).forEach(word -> titlesByWord.merge(word, -1, Integer::sum));
        CategoryPath category = content.category();
        if (category != null) {
            content.variants().forEach(variant -> prices.remove(category, content.brand(), variant.price()));
        }
    }

    /** What is known for the review of a listing. */
    public ReviewFacts factsFor(ListingId self, MerchantId merchant, ListingContent content) {
        DuplicateKeys keys = DuplicateKeys.of(content);
        Set<Neighbour> near = new LinkedHashSet<>();
        near.addAll(sharing(keys.gtin(), self));
        near.addAll(sharing(keys.title(), self));
        near.addAll(sharing(keys.pictures(), self));
        return new ReviewFacts(merchant, normFor(content), List.copyOf(near), familiar(content, near));
    }

    private PriceNorm normFor(ListingContent content) {
        CategoryPath category = content.category();
        List<Variant> variants = content.variants();
        return category == null || variants.isEmpty()
                ? PriceNorm.UNKNOWN
                : prices.normFor(
                        category, content.brand(), variants.get(0).price().getCurrencyUnit());
    }

    private List<Neighbour> sharing(List<Long> keys, ListingId self) {
        Map<ListingId, Integer> shared = new LinkedHashMap<>();
        for (Long key : keys) {
            for (ListingId listing : byKey.getOrDefault(key, Set.of())) {
                shared.merge(listing, 1, Integer::sum);
            }
        }
        shared.remove(self);
        List<Neighbour> near = new ArrayList<>();
        shared.entrySet().stream()
                .sorted(Map.Entry.<ListingId, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_NEIGHBOURS)
                .map(entry -> neighbours.get(entry.getKey()))
                .forEach(neighbour -> {
                    if (neighbour != null) {
                        near.add(neighbour);
                    }
                });
        return near;
    }

    private Set<String> familiar(ListingContent content, Collection<Neighbour> near) {
        Set<String> words = new HashSet<>(TitleWords.of(content.title()));
        near.forEach(neighbour -> words.addAll(TitleWords.of(neighbour.title())));
        words.removeIf(word -> titlesByWord.getOrDefault(word, 0) < ReviewFacts.FAMILIAR_FROM);
        return words;
    }
}
