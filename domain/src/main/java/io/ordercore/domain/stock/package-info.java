/**
 * How much of each SKU there is. Start at {@link io.ordercore.domain.stock.StockItem}.
 *
 * <p>A reservation is not a row of its own: it is the reserved quantity in an order's line ledger, and it expires with the
 * order's payment deadline. The stock item carries their sum, so that one row decides whether a purchase fits.
 */
@NullMarked
package io.ordercore.domain.stock;

import org.jspecify.annotations.NullMarked;
