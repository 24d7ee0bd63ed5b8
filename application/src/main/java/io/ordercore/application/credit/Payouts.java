package io.ordercore.application.credit;

import io.ordercore.domain.credit.Payout;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What merchants are owed for completed orders. */
public interface Payouts {
    /** Stores a payout; one of the same order is replaced. */
    void save(Payout payout);

    /** Payouts whose day has come and that are not released, the longest due first. */
    List<Payout> due(Instant now, int limit);

    /** A merchant's payouts, the latest completed first. */
    List<Payout> list(MerchantId merchant, @Nullable OrderId after, int limit);

    /** What was completed since, one sum per currency. */
    List<Money> turnover(MerchantId merchant, Instant since);
}
