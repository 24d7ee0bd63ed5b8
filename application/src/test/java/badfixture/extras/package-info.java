/** Belongs to no layer. */
@NullMarked
package badfixture.extras;

import org.jspecify.annotations.NullMarked;
