package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.party.MerchantId;
import java.util.List;

/**
 * Takes listings off sale, at once. What was ordered before and is not shipped yet is the business of whoever is told of the
 * change.
 */
public interface SuspendListings {
    /**
     * Stops new orders.
     *
     * @throws UnknownListingException if there is no such listing
     */
    ListingDecision suspend(ListingId listing);

    /**
     * Allows orders again.
     *
     * @throws UnknownListingException if there is no such listing
     */
    ListingDecision reinstate(ListingId listing);

    /**
     * Ends a listing.
     *
     * @throws UnknownListingException if the merchant has no such listing
     */
    ListingDecision retire(ListingId listing, MerchantId merchant);

    /** Suspends every listing on sale of one merchant that offers one of these SKUs; answers which. */
    List<ListingId> suspendOffering(MerchantId merchant, List<Sku> skus);
}
