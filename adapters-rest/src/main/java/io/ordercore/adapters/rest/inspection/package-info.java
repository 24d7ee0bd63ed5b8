/** Sampling inspection over HTTP: ordering a lot's inspection, the agencies' signed reports, what merchants see of it. */
@NullMarked
package io.ordercore.adapters.rest.inspection;

import org.jspecify.annotations.NullMarked;
