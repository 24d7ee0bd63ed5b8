/**
 * A carrier booked for a fulfilment: start at {@link io.ordercore.domain.logistics.carriage.Carriage}.
 *
 * <pre>
 * REQUESTED -> BOOKED -> CANCELLING -> CANCELLED -> REQUESTED (another attempt)
 *           |                       -> BOOKED (too late)
 *           -> REFUSED -> REQUESTED (another attempt)
 * </pre>
 */
@NullMarked
package io.ordercore.domain.logistics.carriage;

import org.jspecify.annotations.NullMarked;
