/** Purchases and orders over HTTP. Start at {@link io.ordercore.adapters.rest.order.PurchaseResource}. */
@NullMarked
package io.ordercore.adapters.rest.order;

import org.jspecify.annotations.NullMarked;
