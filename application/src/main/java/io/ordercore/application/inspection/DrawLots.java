package io.ordercore.application.inspection;

/**
 * Forms a lot of every product once a week and draws those to be inspected: records a seed for each product on hand, and when
 * the seed's time has come counts the lot and does what the seed says. Meant to be called every minute or so by a durable timer.
 */
public interface DrawLots {
    /** Handles at most {@code limit} new products and as many lots; answers how many it handled. */
    int draw(int limit);
}
