package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.party.MerchantId;
import org.jspecify.annotations.Nullable;

/**
 * Writes listings and hands them to the review. A foreign listing is an unknown one.
 *
 * <p>Every {@code expectedVersion} is the version the caller has seen, null for any; another one is refused with
 * {@link io.ordercore.application.StaleVersionException}.
 */
public interface WriteListings {
    /**
     * Starts a listing, unless its id is taken.
     *
     * @throws io.ordercore.application.StaleVersionException if somebody takes the id at the same moment
     */
    ListingDecision draft(ListingId id, MerchantId merchant, ListingContent content);

    /**
     * Says something else.
     *
     * @throws UnknownListingException if the merchant has no such listing
     */
    ListingDecision revise(ListingId id, MerchantId merchant, ListingContent content, @Nullable Long expectedVersion);

    /**
     * Looks at pictures nobody has looked at, hands the open revision to the automatic review and, if that leaves it open, to
     * the reviewers. The answer holds the listing as it stands then.
     *
     * @throws UnknownListingException if the merchant has no such listing
     * @throws io.ordercore.application.catalog.ForeignSkuException if another merchant has one of the SKUs
     */
    ListingDecision submit(ListingId id, MerchantId merchant, @Nullable Long expectedVersion);
}
