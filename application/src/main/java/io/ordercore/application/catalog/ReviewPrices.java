package io.ordercore.application.catalog;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.catalog.listing.Ruling;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reviewers' desk for prices that jump. Such a price is not applied: the one before stays until a reviewer approves the new
 * one, or for good. A later price of the merchant's own that does not jump takes its place.
 */
public interface ReviewPrices {
    /** The last word on the price of a SKU; empty if it never jumped. */
    Optional<PriceReview> find(Sku sku);

    /**
     * Those that wait, the one due first in front.
     *
     * @param merchant null for all merchants
     */
    List<PriceReview> waiting(@Nullable MerchantId merchant, int limit);

    /**
     * Applies the price that waits, at once.
     *
     * @param expectedVersion the version the reviewer has seen; null for any
     * @throws io.ordercore.application.StaleVersionException if it is another one
     */
    Outcome approve(Sku sku, String reviewer, @Nullable Long expectedVersion);

    /**
     * Leaves the price as it was.
     *
     * @param expectedVersion the version the reviewer has seen; null for any
     * @throws io.ordercore.application.StaleVersionException if it is another one
     */
    Outcome reject(Sku sku, String reviewer, Ruling why, @Nullable Long expectedVersion);

    /** What became of a reviewer's decision. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R decided(PriceReview review);

            R refused(Refusal reason);
        }
    }

    /** It is decided. */
    record Decided(PriceReview review) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.decided(review);
        }
    }

    /** Nothing changes. */
    record Refused(Refusal reason) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reason);
        }
    }

    /** Why a decision is not taken. */
    enum Refusal {
        /** No price of the SKU waits, or no longer. */
        NO_PRICE_WAITS,
        /** Nobody reviews their own goods. */
        OWN_GOODS
    }
}
