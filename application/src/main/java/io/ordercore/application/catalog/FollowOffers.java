package io.ordercore.application.catalog;

import java.util.List;

/** Tells what became of prices and stock, from any moment on, without a gap. */
public interface FollowOffers {
    /** What came after a place, the oldest first, those of one SKU in their order. */
    List<OfferChange> after(OfferPlace place, int limit);

    /** The place behind all that can be seen now: from here on only what is new is told. */
    OfferPlace end();
}
