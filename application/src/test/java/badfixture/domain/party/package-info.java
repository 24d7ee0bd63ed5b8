/** Knows whom it should not. */
@NullMarked
package badfixture.domain.party;

import org.jspecify.annotations.NullMarked;
