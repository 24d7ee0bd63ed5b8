/** Changing orders after they were placed, over HTTP. Start at {@code ModificationResource}. */
@NullMarked
package io.ordercore.adapters.rest.modification;

import org.jspecify.annotations.NullMarked;
