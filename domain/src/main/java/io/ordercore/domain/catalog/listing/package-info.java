/**
 * A {@link io.ordercore.domain.catalog.listing.Listing} through its revisions: what buyers see stays live while a new revision is
 * written and reviewed, and one revision at most is open.
 *
 * <pre>
 * DRAFT -> SUBMITTED -> PUBLISHED &lt;-> SUSPENDED -> RETIRED
 *            |    ^
 *            |    +-- CHANGES_REQUESTED
 *            +-- REJECTED
 * </pre>
 */
@NullMarked
package io.ordercore.domain.catalog.listing;

import org.jspecify.annotations.NullMarked;
