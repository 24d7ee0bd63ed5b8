/**
 * Taking money and giving it back. Start at {@link io.ordercore.application.payment.PaymentUseCases}; a payment provider is
 * wired by implementing {@link io.ordercore.application.payment.PaymentGateway}.
 */
@NullMarked
package io.ordercore.application.payment;

import org.jspecify.annotations.NullMarked;
