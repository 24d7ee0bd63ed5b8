/**
 * Who takes part: identifiers of buyers and merchants, where a parcel goes, and the {@link io.ordercore.domain.party.Actor}
 * behind every change (who, in which role, through which channel, why).
 */
@NullMarked
package io.ordercore.domain.party;

import org.jspecify.annotations.NullMarked;
