/** A capability nobody decided on. */
@NullMarked
package badfixture.domain.gossip;

import org.jspecify.annotations.NullMarked;
