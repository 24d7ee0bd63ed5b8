/** Orders read by their ids, in process: {@link io.ordercore.bootstrap.bench.reads.BenchReadsCommand}. */
@NullMarked
package io.ordercore.bootstrap.bench.reads;

import org.jspecify.annotations.NullMarked;
