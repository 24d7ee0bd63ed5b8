package io.ordercore.domain.order;

import java.time.Instant;
import java.util.Set;

/**
 * Something that stops some operations of an order until it is resolved.
 *
 * @param reason a stable code of whoever placed it
 */
public record Hold(Type type, Set<OrderOperation> blocks, String reason, Instant since) {
    /** Why an order is held. */
    public enum Type {
        RISK,
        ADDRESS_VERIFICATION,
        STOCK,
        QUALITY,
        MERCHANT_SANCTION,
        CUSTOMER_REQUEST
    }

    public Hold {
        blocks = Set.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("a hold blocks something");
        }
    }

    /** The operations a hold of this type usually stops: nothing leaves the warehouse. */
    public static Hold of(Type type, String reason, Instant since) {
        return new Hold(type, Set.of(OrderOperation.RELEASE, OrderOperation.HAND_OVER), reason, since);
    }
}
