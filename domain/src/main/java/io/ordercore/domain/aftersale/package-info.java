/**
 * After the goods are with the buyer, or should have been. Start at {@link io.ordercore.domain.aftersale.Return}: goods come back
 * for money or for other goods; and {@link io.ordercore.domain.aftersale.Claim}: they are lost, damaged, wrong or missing, and
 * nothing comes back. Which reason opens which way, and for how long, is an {@link
 * io.ordercore.domain.aftersale.AfterSalePolicy}: data.
 *
 * <pre>
 * return  REQUESTED -> APPROVED -> IN_TRANSIT -> RECEIVED -> INSPECTED -> REFUNDED | EXCHANGED -> CLOSED
 *                   -> DECLINED    CANCELLED  EXPIRED
 * claim   OPEN -> APPROVED -> RESOLVED
 *              -> DENIED
 * </pre>
 */
@NullMarked
package io.ordercore.domain.aftersale;

import org.jspecify.annotations.NullMarked;
