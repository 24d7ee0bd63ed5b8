/**
 * What is in the warehouse. Start at {@link io.ordercore.application.stock.StockUseCases}.
 */
@NullMarked
package io.ordercore.application.stock;

import org.jspecify.annotations.NullMarked;
