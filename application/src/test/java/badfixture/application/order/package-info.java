/** Breaks the rules about use cases. */
@NullMarked
package badfixture.application.order;

import org.jspecify.annotations.NullMarked;
