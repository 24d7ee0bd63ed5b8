/** Breaks the rules about the domain. */
@NullMarked
package badfixture.domain.order;

import org.jspecify.annotations.NullMarked;
