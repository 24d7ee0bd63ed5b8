/**
 * Getting goods to the buyer. Start at {@link io.ordercore.application.logistics.FulfilmentUseCases}.
 *
 * <p>Carriers are reached through {@link io.ordercore.application.logistics.CarrierGateway}: an adapter implements it and
 * those of the small capability interfaces ({@link io.ordercore.application.logistics.Books},
 * {@link io.ordercore.application.logistics.Tracks}, ...) its carrier can honour.
 * {@link io.ordercore.application.logistics.ConnectedCarrier} is what use cases hold: every operation, with
 * {@code Unsupported} for what the carrier cannot do.
 */
@NullMarked
package io.ordercore.application.logistics;

import org.jspecify.annotations.NullMarked;
