package io.ordercore.application.catalog.listing;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.party.MerchantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The listings of all merchants, with one open revision each at most. */
public interface Listings {
    Optional<Listing> find(ListingId id);

    /** Those of these ids that a listing has, whoever's it is. */
    Set<ListingId> taken(Collection<ListingId> ids);

    /**
     * Stores listings, all or none. What they no longer sell cannot be ordered from then on: its offers are withdrawn.
     *
     * @param changed each at the version it is to have
     * @throws StaleVersionException if a stored one is not at the version before; version 1 means that there is none
     */
    void save(List<Listing> changed);

    /** Whether a listing on sale has the SKU, so that it may be ordered. */
    boolean sells(Sku sku);

    /**
     * Listings by id.
     *
     * @param merchant null for all merchants
     * @param after the last id of the page before; null for the first page
     */
    List<Listing> list(@Nullable MerchantId merchant, @Nullable ListingId after, int limit);
}
