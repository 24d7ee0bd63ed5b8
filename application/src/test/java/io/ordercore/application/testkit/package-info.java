/**
 * What those who build on the core test with, published as the test-jar of this module.
 *
 * <p>Architects start at {@link io.ordercore.application.testkit.OrdercoreArchitecture}: the boundary rules, for the core
 * and for code that embeds or extends it. Which capability may know which is
 * {@link io.ordercore.application.testkit.ContextMap}. Integrators start at
 * {@link io.ordercore.application.testkit.CarrierGatewayContract}: extend it and drop the carrier's payloads into a folder.
 * Whoever writes another store extends {@link io.ordercore.application.testkit.OrdersContract} and the other contracts of
 * storage ports.
 */
@NullMarked
package io.ordercore.application.testkit;

import org.jspecify.annotations.NullMarked;
