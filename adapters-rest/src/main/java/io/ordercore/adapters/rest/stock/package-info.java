/** Stock over HTTP. */
@NullMarked
package io.ordercore.adapters.rest.stock;

import org.jspecify.annotations.NullMarked;
