/**
 * When a parcel will arrive, from the platform's own history. Start at
 * {@link io.ordercore.domain.logistics.arrival.ArrivalModel}: learned from what was known at one moment, it answers with
 * the expected time (half arrive earlier), the promise (nine in ten do) and the risk of missing a deadline.
 */
@NullMarked
package io.ordercore.domain.logistics.arrival;

import org.jspecify.annotations.NullMarked;
