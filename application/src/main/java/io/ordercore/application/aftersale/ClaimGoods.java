package io.ordercore.application.aftersale;

import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.ClaimId;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Resolution;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goods that are lost, damaged, wrong or missing, and that nobody wants back. A decision throws {@link
 * UnknownAfterSaleException} if there is no such claim, and {@link io.ordercore.application.StaleVersionException} if it or its
 * order changes meanwhile.
 */
public interface ClaimGoods {
    AfterSaleOutcome<Claim> file(Command command);

    /** Yes, and with this: it is paid back, sent again, or both, at once. */
    AfterSaleOutcome<Claim> approve(ClaimId id, @Nullable Resolution with, Actor actor);

    AfterSaleOutcome<Claim> deny(ClaimId id, Actor actor);

    /**
     * What is asked.
     *
     * @param units line number to count; empty where a whole parcel is lost
     * @param fulfilment the parcel that never came; null if it came
     * @param evidence what shows it; empty for none
     */
    record Command(
            OrderId order,
            Reason reason,
            Map<Integer, Integer> units,
            @Nullable Integer fulfilment,
            Resolution wanted,
            String evidence,
            Actor actor) {
        public Command {
            units = Map.copyOf(units);
        }
    }
}
