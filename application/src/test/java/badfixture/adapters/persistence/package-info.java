/** What nobody but the bootstrap should know. */
@NullMarked
package badfixture.adapters.persistence;

import org.jspecify.annotations.NullMarked;
