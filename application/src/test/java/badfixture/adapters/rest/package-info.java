/** Breaks the rules about adapters. */
@NullMarked
package badfixture.adapters.rest;

import org.jspecify.annotations.NullMarked;
