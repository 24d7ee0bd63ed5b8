/** Returns, exchanges and claims over HTTP. */
@NullMarked
package io.ordercore.adapters.rest.aftersale;

import org.jspecify.annotations.NullMarked;
