/** A marketplace that breaks every rule of {@code OrdercoreArchitecture}, one class for each. */
@NullMarked
package badfixture;

import org.jspecify.annotations.NullMarked;
