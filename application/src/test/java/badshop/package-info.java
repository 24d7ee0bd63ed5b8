/** Embeds {@code badfixture} and breaks every rule for those who embed the core. */
@NullMarked
package badshop;

import org.jspecify.annotations.NullMarked;
