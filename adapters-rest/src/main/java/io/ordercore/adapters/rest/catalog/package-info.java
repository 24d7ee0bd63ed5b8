/** Offers over HTTP. */
@NullMarked
package io.ordercore.adapters.rest.catalog;

import org.jspecify.annotations.NullMarked;
