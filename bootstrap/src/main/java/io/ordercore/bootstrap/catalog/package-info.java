/**
 * Listings from files: {@link io.ordercore.bootstrap.catalog.ListingFile} maps the columns, {@code import-listings} takes the rows
 * in, {@code bench listings} measures the review on a file with seeded faults.
 */
@NullMarked
package io.ordercore.bootstrap.catalog;

import org.jspecify.annotations.NullMarked;
