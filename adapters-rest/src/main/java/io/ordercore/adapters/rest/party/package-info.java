/** Recipients as they stand in bodies. */
@NullMarked
package io.ordercore.adapters.rest.party;

import org.jspecify.annotations.NullMarked;
