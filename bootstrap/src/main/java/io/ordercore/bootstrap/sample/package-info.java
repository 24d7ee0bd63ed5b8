/** A small marketplace to try things on: {@link io.ordercore.bootstrap.sample.SampleMarket}. */
@NullMarked
package io.ordercore.bootstrap.sample;

import org.jspecify.annotations.NullMarked;
