/**
 * Changing an order after it was placed. Start at {@link io.ordercore.domain.modification.Quoting}: what a change would do,
 * what it costs, who must agree. Whether it may happen at all is a {@link io.ordercore.domain.modification.ModificationPolicy},
 * a table of kind by stage that is data; {@code RulingRefinement} adds who asks, holds and cut-offs.
 *
 * <pre>
 * DRAFT -> QUOTED -> AWAITING_BUYER -> AWAITING_APPROVAL -> AWAITING_PAYMENT -> APPLIED
 *          (what is not needed is skipped)        DECLINED  EXPIRED  CANCELLED  CONFLICTED from each of them
 * </pre>
 *
 * The preview is computed, never a shadow order.
 */
@NullMarked
package io.ordercore.domain.modification;

import org.jspecify.annotations.NullMarked;
