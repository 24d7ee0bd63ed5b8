/**
 * The benchmark: {@link io.ordercore.bootstrap.bench.BenchCommand} starts a PostgreSQL of its own, measures with pgbench what it
 * can do, then the server on it over HTTP, each in a process of its own.
 */
@NullMarked
package io.ordercore.bootstrap.bench;

import org.jspecify.annotations.NullMarked;
