/** The wiring, which may know adapters. */
@NullMarked
package badshop.config;

import org.jspecify.annotations.NullMarked;
