/** The server as a whole: {@link io.ordercore.bootstrap.server.Server} opens the store, starts Quarkus and closes both. */
@NullMarked
package io.ordercore.bootstrap.server;

import org.jspecify.annotations.NullMarked;
