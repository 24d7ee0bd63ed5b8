/**
 * What goes wrong on the way, and how it is put right. Start at {@link io.ordercore.domain.logistics.incident.IncidentCase}.
 *
 * <pre>
 * OPEN -> CARRIER_INQUIRY -> LIABILITY_DECIDED -> REMEDY_OFFERED -> RESOLVED -> CLOSED
 *   a resolved or closed case goes back to OPEN when facts contradict it
 * </pre>
 */
@NullMarked
package io.ordercore.domain.logistics.incident;

import org.jspecify.annotations.NullMarked;
