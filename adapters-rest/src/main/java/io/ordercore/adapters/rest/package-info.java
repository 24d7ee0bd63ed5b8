/**
 * The order core over HTTP, as portable Jakarta REST. Start at {@link io.ordercore.adapters.rest.OrdercoreRest}: the classes to
 * register. What every resource shares stands here: who may do what ({@code AccessTable}), reading a
 * body ({@link io.ordercore.adapters.rest.Bodies}), doing a command once ({@link io.ordercore.adapters.rest.Once}) and saying no
 * ({@link io.ordercore.adapters.rest.Problem}).
 *
 * <p>Bodies are read and written by the adapter's own strict JSON mapper and cross the runtime as bytes, so that no runtime's
 * JSON settings change what is accepted, and a body is parsed and validated exactly once.
 *
 * <p>A body that cannot be read as what it should be (syntax, types, unknown or repeated properties) is 400; one that can, but
 * says something impossible, is 422 with every violation by JSON pointer.
 */
@NullMarked
package io.ordercore.adapters.rest;

import org.jspecify.annotations.NullMarked;
