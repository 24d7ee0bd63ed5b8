/**
 * Returns, exchanges and claims. Start at {@link io.ordercore.application.aftersale.AfterSaleUseCases}. What follows for order,
 * stock and money is done in the transaction that stores the step. Adapters implement {@link
 * io.ordercore.application.aftersale.Returns} and {@link io.ordercore.application.aftersale.BuyerClaims}.
 */
@NullMarked
package io.ordercore.application.aftersale;

import org.jspecify.annotations.NullMarked;
