/**
 * What can be bought. An {@link io.ordercore.domain.catalog.Offer} is the published price of one
 * {@link io.ordercore.domain.catalog.Sku} of one merchant.
 */
@NullMarked
package io.ordercore.domain.catalog;

import org.jspecify.annotations.NullMarked;
