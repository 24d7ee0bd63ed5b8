package io.ordercore.domain.order;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the units of one order line are. Immutable; its invariants are asserted on every change:
 *
 * <ul>
 *   <li>ordered = cancelled + unallocated + reserved + backordered + released + packed + shipped
 *   <li>delivered + lost + returned to sender &lt;= shipped
 *   <li>return requested + return received + exchanged + written off &lt;= delivered
 *   <li>refunded &lt;= lost + returned to sender + return received + written off
 * </ul>
 *
 * <p>So cancelled + refunded + exchanged &lt;= ordered, too.
 */
@SuppressWarnings("EnumOrdinal") // an array by position is what makes a ledger cheap; it never leaves this class
public final class LineLedger {
    private static final int KINDS = Quantity.values().length;

    private final int[] counts;

    private LineLedger(int[] counts) {
        this.counts = counts;
        for (int count : counts) {
            require(count >= 0);
        }
        require(unallocated() >= 0);
        require(get(Quantity.DELIVERED) + get(Quantity.LOST) + get(Quantity.RETURNED_TO_SENDER)
                <= get(Quantity.SHIPPED));
        require(kept() >= 0);
        require(get(Quantity.REFUNDED)
                <= get(Quantity.LOST)
                        + get(Quantity.RETURNED_TO_SENDER)
                        + get(Quantity.RETURN_RECEIVED)
                        + get(Quantity.WRITTEN_OFF));
    }

    /** A fresh line: {@code ordered} units, all of them reserved from stock. */
    public static LineLedger reserved(int ordered) {
        return of(Map.of(Quantity.ORDERED, ordered, Quantity.RESERVED, ordered));
    }

    /**
     * A ledger with the given counts, zero where none is given.
     *
     * @throws IllegalStateException if they break an invariant
     */
    public static LineLedger of(Map<Quantity, Integer> counts) {
        int[] all = new int[KINDS];
        counts.forEach((kind, count) -> all[kind.ordinal()] = count);
        return new LineLedger(all);
    }

    public int get(Quantity kind) {
        return counts[kind.ordinal()];
    }

    /** Ordered units that are in no bucket yet. */
    public int unallocated() {
        return get(Quantity.ORDERED)
                - get(Quantity.CANCELLED)
                - get(Quantity.RESERVED)
                - get(Quantity.BACKORDERED)
                - get(Quantity.RELEASED)
                - get(Quantity.PACKED)
                - get(Quantity.SHIPPED);
    }

    /** Units that can be cancelled without asking anybody: not yet with the warehouse. */
    public int cancellable() {
        return unallocated() + get(Quantity.RESERVED) + get(Quantity.BACKORDERED);
    }

    /** Units with the warehouse: given to it, not yet handed to a carrier. */
    public int inWarehouse() {
        return get(Quantity.RELEASED) + get(Quantity.PACKED);
    }

    /** Units on the way: shipped, their fate not yet known. */
    public int inTransit() {
        return get(Quantity.SHIPPED) - get(Quantity.DELIVERED) - get(Quantity.LOST) - get(Quantity.RETURNED_TO_SENDER);
    }

    /** Units still to be delivered, wherever they are. */
    public int outstanding() {
        return cancellable() + inWarehouse() + inTransit();
    }

    /** Units the buyer does not pay for any more. */
    public int gone() {
        return get(Quantity.CANCELLED) + get(Quantity.REFUNDED) + get(Quantity.EXCHANGED);
    }

    /** Units the buyer has, about which nothing else was agreed. */
    public int kept() {
        return get(Quantity.DELIVERED)
                - get(Quantity.RETURN_REQUESTED)
                - get(Quantity.RETURN_RECEIVED)
                - get(Quantity.EXCHANGED)
                - get(Quantity.WRITTEN_OFF);
    }

    /** Moves {@code units} from one bucket to another; both keep their meaning. */
    public LineLedger move(Quantity from, Quantity to, int units) {
        int[] moved = counts.clone();
        moved[from.ordinal()] -= units;
        moved[to.ordinal()] += units;
        return new LineLedger(moved);
    }

    /** Counts {@code units} more of {@code kind}. */
    public LineLedger add(Quantity kind, int units) {
        int[] added = counts.clone();
        added[kind.ordinal()] += units;
        return new LineLedger(added);
    }

    /** The counts that are not zero. */
    public Map<Quantity, Integer> asMap() {
        Map<Quantity, Integer> map = new EnumMap<>(Quantity.class);
        for (Quantity kind : Quantity.values()) {
            if (get(kind) != 0) {
                map.put(kind, get(kind));
            }
        }
        return map;
    }

    private void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("a line's quantities do not add up: " + Arrays.toString(counts));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineLedger ledger && Arrays.equals(counts, ledger.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
