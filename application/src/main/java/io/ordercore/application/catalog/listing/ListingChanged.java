package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.listing.Listing;
import java.time.Instant;

/** A listing changed from what it was to what it is; told in the transaction that stores it. */
public record ListingChanged(Listing before, Listing after, Instant at) {
    /** Whether buyers can order it now and could not before. */
    public boolean wentOnSale() {
        return after.isOnSale() && !before.isOnSale();
    }

    /** Whether buyers could order it before and cannot now. */
    public boolean wentOffSale() {
        return before.isOnSale() && !after.isOnSale();
    }
}
