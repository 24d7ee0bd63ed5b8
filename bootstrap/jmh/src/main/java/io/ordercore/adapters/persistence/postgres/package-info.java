/** Measurements of what only this package sees: how the store writes and reads its rows. */
@NullMarked
package io.ordercore.adapters.persistence.postgres;

import org.jspecify.annotations.NullMarked;
