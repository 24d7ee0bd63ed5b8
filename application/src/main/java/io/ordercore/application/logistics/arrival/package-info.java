/**
 * When parcels arrive by the platform's own experience. Start at {@link io.ordercore.application.logistics.arrival.ForecastArrival}.
 */
@NullMarked
package io.ordercore.application.logistics.arrival;

import org.jspecify.annotations.NullMarked;
