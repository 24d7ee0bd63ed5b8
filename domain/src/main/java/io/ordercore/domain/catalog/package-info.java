/**
 * What can be bought. An {@link io.ordercore.domain.catalog.Offer} is the published price of one
 * {@link io.ordercore.domain.catalog.Sku} of one merchant; a {@link io.ordercore.domain.catalog.ListingContent} is all that the
 * merchant says about the goods. Whether that is good enough is judged in the package {@code review}.
 */
@NullMarked
package io.ordercore.domain.catalog;

import org.jspecify.annotations.NullMarked;
