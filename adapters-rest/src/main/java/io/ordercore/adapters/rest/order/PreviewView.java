package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.money.MoneyBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What placing a purchase would answer right now.
 *
 * @param placeable whether it would be placed
 * @param total at current prices, of the lines that have one in the purchase's currency; null if none has
 */
@Schema(name = "PurchasePreview")
record PreviewView(boolean placeable, @Nullable MoneyBody total, List<Line> lines) {

    /**
     * One line.
     *
     * @param unitPrice the current one; null where there is no offer
     * @param lowered whether it costs less than was seen: the lower price will be charged
     * @param available units in stock that are promised to nobody
     * @param findings what stands in the way; empty if nothing does
     */
    @Schema(name = "PurchasePreviewLine")
    record Line(
            String sku,
            @Nullable String title,
            int quantity,
            MoneyBody seenPrice,
            @Nullable MoneyBody unitPrice,
            boolean lowered,
            long available,
            List<Finding> findings) {}

    /** Why a line would be refused. */
    @Schema(name = "Finding")
    record Finding(String code, String detail) {}
}
