package io.ordercore.application.catalog;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.listing.WatchReviews;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices that jumped and wait for a reviewer, or did: the last one of each SKU. */
public interface PriceReviews {
    default Optional<PriceReview> find(Sku sku) {
        return Optional.ofNullable(find(List.of(sku)).get(sku));
    }

    /** Those of these SKUs; a SKU whose price never jumped is left out. */
    Map<Sku, PriceReview> find(Collection<Sku> skus);

    /**
     * Stores reviews of different SKUs, all or none.
     *
     * @param changed each at the version it is to have
     * @throws StaleVersionException if a stored one is not at the version before; version 1 means that there is none
     */
    void save(List<PriceReview> changed);

    /** Ends those of these SKUs that still wait: a later price took their place. */
    void supersede(Collection<Sku> skus);

    /**
     * Those that wait, the one due first in front.
     *
     * @param merchant null for all merchants
     */
    List<PriceReview> waiting(@Nullable MerchantId merchant, int limit);

    /** Those that wait and are overdue at an instant, each given out once. */
    List<PriceReview> takeOverdue(Instant now, int limit);

    /** How much waits at an instant. */
    WatchReviews.Backlog backlog(Instant now);
}
