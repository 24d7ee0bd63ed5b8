/**
 * The runnable server. {@link io.ordercore.bootstrap.Main} reads the command line; {@code serve} opens the store, then starts
 * Quarkus; {@link io.ordercore.bootstrap.Wiring} hands every use case to the resources of {@code adapters-rest}. Settings are in
 * {@code settings}, tokens in {@code identity}, what Quarkus answers by itself in {@code http}.
 */
@NullMarked
package io.ordercore.bootstrap;

import org.jspecify.annotations.NullMarked;
