package io.ordercore.domain.inspection;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lot of a period was drawn for inspection, in a form anybody can check: the seed is recorded with the chance, before
 * anything is counted.
 *
 * @param size the units on hand when the lot was formed
 * @param reason why it had the chance it had
 * @param inspection what was ordered; null where it was not drawn, or no agency was known
 */
public record LotDraw(
        UUID id,
        MerchantId merchant,
        Sku sku,
        int size,
        SelectionReason reason,
        FairDraw draw,
        Instant drawnAt,
        @Nullable InspectionId inspection) {
    /** Draws, with the chance the risk gives. */
    public static LotDraw of(
            UUID id, MerchantId merchant, Sku sku, int size, SelectionReason reason, String seed, Instant now) {
        return new LotDraw(id, merchant, sku, size, reason, new FairDraw(seed, id.toString()), now, null);
    }

    /** Whether the lot is inspected: what the seed says. */
    public boolean selected() {
        return draw.selects(reason.chance());
    }

    public LotDraw ordered(InspectionId as) {
        return new LotDraw(id, merchant, sku, size, reason, draw, drawnAt, as);
    }
}
