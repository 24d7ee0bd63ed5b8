/**
 * Stopping or turning parcels: a saga with the carrier. Start at {@link
 * io.ordercore.application.logistics.intercept.InterceptionUseCases}. An agreed change makes an interception; a timer asks the
 * carrier, outside of any transaction and with one key per interception; what follows for order, stock and money is done in the
 * transaction that stores the outcome. Adapters implement {@link io.ordercore.application.logistics.intercept.Interceptions}.
 */
@NullMarked
package io.ordercore.application.logistics.intercept;

import org.jspecify.annotations.NullMarked;
