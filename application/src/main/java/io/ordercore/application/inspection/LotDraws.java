package io.ordercore.application.inspection;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every draw of a lot: seeds recorded for lots to come, and what came of those that were counted. */
public interface LotDraws {
    /** Goods on hand, two units at least, for which no seed is recorded, by SKU. */
    List<Holding> uncommitted(int limit);

    /** Draws that are due and not drawn, the longest due first, with the units on hand now: two at least. */
    List<Counted> due(Instant now, int limit);

    /**
     * Records a seed, or what came of it; neither is ever changed.
     *
     * @throws StaleVersionException if the product has another seed that is not drawn, or this one is drawn
     */
    void save(LotDraw draw);

    /** The draw that led to an inspection; empty for one a person ordered. */
    Optional<LotDraw> of(InspectionId inspection);

    /**
     * Draws, the latest recorded first.
     *
     * @param merchant null for all merchants
     * @param after the last one of the page before; null for the first page
     */
    List<LotDraw> list(@Nullable MerchantId merchant, @Nullable UUID after, int limit);

    /** A product on hand. */
    record Holding(MerchantId merchant, Sku sku) {}

    /** A draw, and how many units its lot has. */
    record Counted(LotDraw draw, long units) {}
}
