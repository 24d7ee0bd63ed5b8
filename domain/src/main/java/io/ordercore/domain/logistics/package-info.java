/**
 * How goods travel. Start at {@link io.ordercore.domain.logistics.Fulfilment}: some units of an order on their way.
 *
 * <pre>
 * OPEN -> RELEASED -> PICKING -> PACKED -> HANDED_OVER -> DELIVERED        CANCELLED before the hand-over
 * </pre>
 */
@NullMarked
package io.ordercore.domain.logistics;

import org.jspecify.annotations.NullMarked;
