/** Fulfilments, and parcels to be stopped or turned, over HTTP. */
@NullMarked
package io.ordercore.adapters.rest.logistics;

import org.jspecify.annotations.NullMarked;
