package io.ordercore.domain.order;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.Recipient;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an agreed change does to an order. Whether it is lawful was decided before; {@link Order#modify} carries it out,
 * everything or nothing, and touches nothing that is not named here.
 *
 * @param reference of the agreement, for the history
 * @param taken units that are no longer wanted: line number to count
 * @param grown units more of a line, at the line's own price: line number to count
 * @param added new lines
 * @param recipient the new one; null leaves it
 * @param wishes the new ones; null leaves them
 * @param shipping what delivery costs afterwards, fees for changing included
 */
public record OrderModification(
        String reference,
        Map<Integer, Integer> taken,
        Map<Integer, Integer> grown,
        List<AddedLine> added,
        @Nullable Recipient recipient,
        @Nullable DeliveryWishes wishes,
        Money shipping) {
    public OrderModification {
        taken = Collections.unmodifiableMap(new TreeMap<>(taken));
        grown = Collections.unmodifiableMap(new TreeMap<>(grown));
        added = List.copyOf(added);
        if (shipping.isNegative()) {
            throw new IllegalArgumentException("delivery costs nothing or more");
        }
    }

    /** Units of a SKU the order did not have, or not at this price. */
    public record AddedLine(Sku sku, String title, Money unitPrice, int units) {
        public AddedLine {
            if (units < 1) {
                throw new IllegalArgumentException("an added line has a unit");
            }
        }
    }
}
