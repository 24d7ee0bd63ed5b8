/**
 * A carrier booked for a fulfilment: start at {@link io.ordercore.domain.logistics.carriage.Carriage}.
 *
 * <pre>
 * REQUESTED -> BOOKED
 *           -> REFUSED -> REQUESTED (another attempt)
 * </pre>
 */
@NullMarked
package io.ordercore.domain.logistics.carriage;

import org.jspecify.annotations.NullMarked;
