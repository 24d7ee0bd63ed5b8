package io.ordercore.application.catalog;

import java.time.Instant;
import java.util.List;

/**
 * Every change of an offer, every count of stock, and when goods sell out or come back: written in the transaction of the change
 * itself, seen only after its commit, and for one SKU in the order in which its changes were committed.
 */
public interface OfferFeed {
    /** What came after a place, the oldest first. A change that was seen once comes again, in the same order. */
    List<OfferChange> after(OfferPlace place, int limit);

    /** The place behind all that can be seen now. */
    OfferPlace end();

    /** Forgets changes from before an instant that later ones of the same SKU have overtaken; answers how many. */
    int forgetOvertaken(Instant before);
}
