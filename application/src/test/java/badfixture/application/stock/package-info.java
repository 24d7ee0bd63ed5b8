/** Knows whom it should not. */
@NullMarked
package badfixture.application.stock;

import org.jspecify.annotations.NullMarked;
