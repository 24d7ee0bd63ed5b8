/** Amounts as they stand in bodies. */
@NullMarked
package io.ordercore.adapters.rest.money;

import org.jspecify.annotations.NullMarked;
