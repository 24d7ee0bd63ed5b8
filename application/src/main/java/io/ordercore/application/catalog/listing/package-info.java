/**
 * Listings from draft to sale: written by merchants, reviewed by rules and by people. Start at
 * {@link io.ordercore.application.catalog.listing.ListingUseCases}.
 */
@NullMarked
package io.ordercore.application.catalog.listing;

import org.jspecify.annotations.NullMarked;
