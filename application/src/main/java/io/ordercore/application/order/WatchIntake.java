package io.ordercore.application.order;

import io.ordercore.domain.catalog.Sku;

/** How the {@link OrderIntake} stands at this moment, on this node. Every question is cheap. */
public interface WatchIntake {
    /** How many purchases are waiting; a metric. */
    int waiting();

    /** How many purchases the last transaction stored together; a metric. */
    int together();

    /** Whether so many wait that some are turned away; which ones, {@link #turnsAway} says. */
    boolean isFull();

    /**
     * Whether a purchase that begins with this SKU would be turned away. Whoever has not read the rest of it yet need not then;
     * {@link OrderIntake#admit} decides.
     */
    boolean turnsAway(Sku first);
}
