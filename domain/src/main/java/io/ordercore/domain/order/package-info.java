/**
 * Orders, from placing to receipt. An {@link io.ordercore.domain.order.Order} is one merchant's part of a purchase (one
 * checkout). Start at {@link io.ordercore.domain.order.Order}; the legal moves are in
 * {@link io.ordercore.domain.order.OrderStatus}, the quantities in {@link io.ordercore.domain.order.LineLedger}, and how a
 * purchase becomes orders in {@link io.ordercore.domain.order.Placing}.
 *
 * <pre>
 * DRAFT -> PENDING_PAYMENT -> CONFIRMED -> COMPLETED -> CLOSED
 *                |    \            \
 *             EXPIRED  CANCELLED    CANCELLED (nothing shipped)
 * </pre>
 *
 * Holds are overlays, never statuses: they name the operations they block.
 */
@NullMarked
package io.ordercore.domain.order;

import org.jspecify.annotations.NullMarked;
