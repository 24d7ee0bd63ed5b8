package io.ordercore.application.inspection;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every draw of a lot, and what is to be drawn next. */
public interface LotDraws {
    /** Goods on hand of which no lot was drawn since an instant. */
    List<Holding> undrawn(Instant since, int limit);

    void save(LotDraw draw);

    /** Draws, the latest first; null for all merchants. */
    List<LotDraw> list(@Nullable MerchantId merchant, int limit);

    /** Units of a product on hand. */
    record Holding(MerchantId merchant, Sku sku, long units) {}
}
