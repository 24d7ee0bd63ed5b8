/**
 * How good the arrival estimate is, measured on a recorded history. Start at
 * {@link io.ordercore.bootstrap.arrival.BacktestArrivalCommand}.
 */
@NullMarked
package io.ordercore.bootstrap.arrival;

import org.jspecify.annotations.NullMarked;
