package io.ordercore.domain.modification;

/** How far the goods are that a change touches; the further, the less can be changed. */
public enum Stage {
    PENDING_PAYMENT,
    CONFIRMED,
    RELEASED,
    PICKING,
    PACKED,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    /** With the buyer, who may still return them. */
    DELIVERED,
    /** With the buyer for good. */
    AFTER_WINDOW;

    /** Whether the warehouse has the goods, so that it must be asked. */
    public boolean inWarehouse() {
        return this == RELEASED || this == PICKING || this == PACKED;
    }

    /** Whether the goods have left, so that nothing changes in place any more. */
    public boolean handedOver() {
        return compareTo(IN_TRANSIT) >= 0;
    }
}
