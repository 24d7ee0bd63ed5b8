/** Paying a purchase over HTTP. */
@NullMarked
package io.ordercore.adapters.rest.payment;

import org.jspecify.annotations.NullMarked;
