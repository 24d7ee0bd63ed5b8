/**
 * Money taken and given back. Start at {@link io.ordercore.domain.payment.PaymentIntent}: the payment of one purchase, as a
 * list of transactions with a provider. A transaction whose outcome is not known is UNKNOWN, never guessed: somebody asks
 * the provider again under the same id, and nothing is charged twice.
 *
 * <pre>
 * INIT -> PENDING | UNKNOWN -> SUCCESS | DECLINED | ERROR
 * </pre>
 */
@NullMarked
package io.ordercore.domain.payment;

import org.jspecify.annotations.NullMarked;
