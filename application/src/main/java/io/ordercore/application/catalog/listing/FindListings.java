package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads listings. A foreign listing is an unknown one. */
public interface FindListings {
    /**
     * A listing of anybody.
     *
     * @throws UnknownListingException if there is none
     */
    Listing find(ListingId id);

    /**
     * A listing of a merchant.
     *
     * @throws UnknownListingException if the merchant has none such
     */
    Listing find(ListingId id, MerchantId merchant);

    /** Listings by id, after the last one of the page before; of all merchants for null. */
    List<Listing> list(@Nullable MerchantId merchant, @Nullable ListingId after, int limit);
}
