/**
 * Stopping or turning a parcel on its way. Start at {@link io.ordercore.domain.logistics.intercept.Interception}.
 *
 * <pre>
 * REQUESTED -> ACCEPTED -> INTERCEPTED -> REDIRECTED | HELD_FOR_PICKUP | RETURNING -> RETURNED
 *           -> REFUSED                    FAILED (delivered first)  LOST    CANCELLED (before the carrier agreed)
 * </pre>
 *
 * The outcome is uncertain by nature: what follows for the order is done when it is known, and not before.
 */
@NullMarked
package io.ordercore.domain.logistics.intercept;

import org.jspecify.annotations.NullMarked;
