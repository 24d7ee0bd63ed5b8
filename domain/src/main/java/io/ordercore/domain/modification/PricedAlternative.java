package io.ordercore.domain.modification;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A lawful way left, and what it costs.
 *
 * @param fee null where the policy names no amount in the order's currency: an agent tells
 */
public record PricedAlternative(Alternative way, @Nullable Money fee) {}
