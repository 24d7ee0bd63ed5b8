package io.ordercore.application.catalog.listing;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.party.MerchantId;
import org.jspecify.annotations.Nullable;

/** Loads listings for whoever may see them, at the version expected. */
final class ListingAccess {
    private final Listings listings;

    ListingAccess(Listings listings) {
        this.listings = listings;
    }

    Listing any(ListingId id) {
        return listings.find(id).orElseThrow(() -> new UnknownListingException(id));
    }

    Listing of(MerchantId merchant, ListingId id) {
        return listings.find(id)
                .filter(listing -> listing.merchant().equals(merchant))
                .orElseThrow(() -> new UnknownListingException(id));
    }

    Listing of(MerchantId merchant, ListingId id, @Nullable Long expectedVersion) {
        Listing listing = of(merchant, id);
        if (expectedVersion != null && expectedVersion != listing.version()) {
            throw new StaleVersionException("listing " + id);
        }
        return listing;
    }
}
