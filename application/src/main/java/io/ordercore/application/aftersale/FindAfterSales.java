package io.ordercore.application.aftersale;

import io.ordercore.domain.aftersale.AfterSalePolicy;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.ClaimId;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.aftersale.ReturnId;
import io.ordercore.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/** Looks returns and claims up, and the policy behind them. */
public interface FindAfterSales {
    Optional<Return> goodsReturn(ReturnId id);

    /** Those of an order, the latest first. */
    List<Return> returnsOf(OrderId order);

    Optional<Claim> claim(ClaimId id);

    /** Those of an order, the latest first. */
    List<Claim> claimsOf(OrderId order);

    AfterSalePolicy policy();
}
