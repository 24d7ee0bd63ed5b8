/** Tests of the load generator. */
@NullMarked
package io.ordercore.bootstrap.bench.load;

import org.jspecify.annotations.NullMarked;
