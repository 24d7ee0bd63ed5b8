/**
 * Where a parcel is and what is wrong with it, in one vocabulary for every carrier. Start at
 * {@link io.ordercore.domain.logistics.tracking.TrackingState}: a fold over de-duplicated
 * {@link io.ordercore.domain.logistics.tracking.TrackingEvent}s in the order in which they happened.
 *
 * <pre>
 * CREATED -&gt; COLLECTED -&gt; IN_TRANSIT -&gt; AT_DESTINATION -&gt; OUT_FOR_DELIVERY -&gt; DELIVERED
 *                             |                |  READY_FOR_PICKUP, DELIVERY_FAILED  |
 *                        IN_CUSTOMS            +-----&gt; RETURNING -&gt; RETURNED &lt;-------+ (later dated only)
 * LOST is undone by any later scan; every other terminal status stays.
 * </pre>
 *
 * Two axes: {@link io.ordercore.domain.logistics.tracking.TrackingStatus} says where the parcel is,
 * {@link io.ordercore.domain.logistics.tracking.IncidentKind} what is wrong, if anything.
 */
@NullMarked
package io.ordercore.domain.logistics.tracking;

import org.jspecify.annotations.NullMarked;
