package io.ordercore.application.catalog;

import io.ordercore.domain.catalog.SellingTerms;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * The terms each merchant sells on. The cap on new orders is kept by {@link io.ordercore.application.order.OrderIntake} itself,
 * under a lock: however many purchases race, no more are admitted.
 */
public interface Sellers {
    /** A newcomer's terms for whoever has none of its own. */
    SellingTerms find(MerchantId merchant);

    /**
     * How many new orders the merchant may still take at an instant: its cap less the orders admitted in the 24 hours before.
     * Empty without a cap.
     */
    OptionalInt ordersLeft(MerchantId merchant, Instant now);

    /** Sets a merchant's terms. Orders admitted under an earlier cap still count under this one. */
    void save(SellingTerms terms);
}
