package io.ordercore.application.catalog.listing;

import io.ordercore.application.Transactions;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

final class SuspendListingsService implements SuspendListings {
    private static final int PAGE = 500;

    private final Transactions transactions;
    private final Listings listings;
    private final ListingAccess access;
    private final ListingChanges changes;
    private final Clock clock;

    SuspendListingsService(Transactions transactions, Listings listings, ListingChanges changes, Clock clock) {
        this.transactions = transactions;
        this.listings = listings;
        this.access = new ListingAccess(listings);
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public ListingDecision suspend(ListingId listing) {
        Instant now = clock.instant();
        return change(listing, now, found -> found.suspend(now));
    }

    @Override
    public ListingDecision reinstate(ListingId listing) {
        Instant now = clock.instant();
        return change(listing, now, found -> found.reinstate(now));
    }

    @Override
    public ListingDecision retire(ListingId listing, MerchantId merchant) {
        Instant now = clock.instant();
        return transactions.run(() -> {
            Listing found = access.of(merchant, listing);
            return changes.store(found, found.retire(now), now);
        });
    }

    @Override
    public List<ListingId> suspendOffering(MerchantId merchant, List<Sku> skus) {
        List<ListingId> suspended = new ArrayList<>();
        List<Listing> page = listings.list(merchant, null, PAGE);
        while (!page.isEmpty()) {
            for (Listing listing : page) {
                if (offersOneOf(listing, skus)) {
                    suspend(listing.id());
                    suspended.add(listing.id());
                }
            }
            page = listings.list(merchant, page.get(page.size() - 1).id(), PAGE);
        }
        return suspended;
    }

    private ListingDecision change(ListingId id, Instant now, Function<Listing, ListingDecision> decision) {
        return transactions.run(() -> {
            Listing listing = access.any(id);
            return changes.store(listing, decision.apply(listing), now);
        });
    }

    private static boolean offersOneOf(Listing listing, List<Sku> skus) {
        Revision live = listing.live();
        return listing.isOnSale()
                && live != null
                && live.content().variants().stream().map(Variant::sku).anyMatch(skus::contains);
    }
}
