/**
 * Orders inspections from agencies. Start at {@link io.ordercore.adapters.inspection.HttpInspectionAgency}.
 *
 * <p>What agencies answer weeks later, their signed results, comes in through the REST adapter.
 */
@NullMarked
package io.ordercore.adapters.inspection;

import org.jspecify.annotations.NullMarked;
