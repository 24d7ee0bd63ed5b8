/** A carrier adapter that breaks every rule for carrier adapters. */
@NullMarked
package badcarrier;

import org.jspecify.annotations.NullMarked;
