/**
 * Placing orders and seeing them through. Start at {@link io.ordercore.application.order.OrderUseCases}. Adapters implement
 * {@link io.ordercore.application.order.Orders} (what is remembered), {@link io.ordercore.application.order.OrderIntake} (the
 * one way to place a purchase) and {@link io.ordercore.application.order.EventFeed} (what the rest of the world is told).
 */
@NullMarked
package io.ordercore.application.order;

import org.jspecify.annotations.NullMarked;
