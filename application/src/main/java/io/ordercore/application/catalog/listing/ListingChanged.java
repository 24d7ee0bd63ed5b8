package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.listing.RevisionStatus;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A listing changed from what it was to what it is; told in the transaction that stores it. */
public record ListingChanged(Listing before, Listing after, Instant at) {
    /** Whether it was taken off sale for a reason that may pass. */
    public boolean wasSuspended() {
        return status(after) == RevisionStatus.SUSPENDED && status(before) == RevisionStatus.PUBLISHED;
    }

    /** Whether it was put on sale again as it was. */
    public boolean wasReinstated() {
        return status(before) == RevisionStatus.SUSPENDED && status(after) == RevisionStatus.PUBLISHED;
    }

    /** The SKUs of what was live before. */
    public Set<Sku> skusBefore() {
        Revision live = before.live();
        return live == null
                ? Set.of()
                : live.content().variants().stream().map(Variant::sku).collect(Collectors.toSet());
    }

    private static @Nullable RevisionStatus status(Listing listing) {
        Revision live = listing.live();
        return live == null ? null : live.status();
    }

    /** Whether buyers can order it now and could not before. */
    public boolean wentOnSale() {
        return after.isOnSale() && !before.isOnSale();
    }

    /** Whether buyers could order it before and cannot now. */
    public boolean wentOffSale() {
        return before.isOnSale() && !after.isOnSale();
    }
}
