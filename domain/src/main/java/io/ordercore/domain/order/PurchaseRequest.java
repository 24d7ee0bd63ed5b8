package io.ordercore.domain.order;

import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.Recipient;
import java.util.List;

/** One checkout as the buyer asks for it: 1 to 200 lines, of any number of merchants, to one recipient. */
public record PurchaseRequest(BuyerId buyer, Recipient recipient, List<PurchaseLine> lines) {
    public static final int MOST_LINES = 200;

    public PurchaseRequest {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("a purchase has 1 to " + MOST_LINES + " lines");
        }
    }
}
