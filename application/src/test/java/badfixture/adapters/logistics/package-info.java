/** Breaks the rule about standard output. */
@NullMarked
package badfixture.adapters.logistics;

import org.jspecify.annotations.NullMarked;
