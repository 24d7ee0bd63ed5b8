package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class FindListingsService implements FindListings {
    private final Listings listings;
    private final ListingAccess access;

    FindListingsService(Listings listings) {
        this.listings = listings;
        this.access = new ListingAccess(listings);
    }

    @Override
    public Listing find(ListingId id) {
        return access.any(id);
    }

    @Override
    public Listing find(ListingId id, MerchantId merchant) {
        return access.of(merchant, id);
    }

    @Override
    public List<Listing> list(@Nullable MerchantId merchant, @Nullable ListingId after, int limit) {
        return listings.list(merchant, after, limit);
    }
}
