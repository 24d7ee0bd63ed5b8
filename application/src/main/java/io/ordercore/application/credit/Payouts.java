package io.ordercore.application.credit;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.credit.Payout;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What merchants are owed for completed orders. */
public interface Payouts {
    /** Adds a payout; nothing happens if its order has one. */
    void owe(Payout payout);

    Optional<Payout> find(OrderId order);

    /**
     * Stores a payout that was not released before.
     *
     * @throws StaleVersionException if it was
     */
    void save(Payout payout);

    /** Payouts whose day has come and that are not released, the longest due first. */
    List<Payout> due(Instant now, int limit);

    /** A merchant's payouts, the latest completed first. */
    List<Payout> list(MerchantId merchant, @Nullable OrderId after, int limit);

    /** What was completed since, one sum per currency. */
    List<Money> turnover(MerchantId merchant, Instant since);
}
