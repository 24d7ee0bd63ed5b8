package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.ListingId;

/** There is no such listing, or it is another merchant's. */
public final class UnknownListingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownListingException(ListingId listing) {
        super("no listing " + listing);
    }
}
