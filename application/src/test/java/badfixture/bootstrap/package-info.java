/** Wires it all. */
@NullMarked
package badfixture.bootstrap;

import org.jspecify.annotations.NullMarked;
