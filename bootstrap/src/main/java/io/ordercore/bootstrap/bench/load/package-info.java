/**
 * The load generator of {@code bench}, a process of its own: {@link io.ordercore.bootstrap.bench.load.LoadGenerator} sends {@link
 * io.ordercore.bootstrap.bench.load.Requests} over many connections from one thread and prints a {@link
 * io.ordercore.bootstrap.bench.load.LoadReport}.
 */
@NullMarked
package io.ordercore.bootstrap.bench.load;

import org.jspecify.annotations.NullMarked;
