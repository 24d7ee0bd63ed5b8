package io.ordercore.application.aftersale;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.ResendGoods;
import io.ordercore.domain.aftersale.AfterSalePolicy;
import io.ordercore.domain.order.OrderTerms;
import java.time.Clock;

/** The door to returns, exchanges and claims: what can be asked, made from the ports it takes. */
public final class AfterSaleUseCases {
    private final Store store;
    private final Caring caring;
    private final AfterSalePolicy policy;
    private final Ids ids;

    public AfterSaleUseCases(
            Store store,
            OrderChanges changes,
            AfterSalePolicy policy,
            OrderTerms terms,
            ResendGoods resending,
            Clock clock,
            Ids ids) {
        this.store = store;
        this.caring = new Caring(store, changes, policy, terms, resending, clock);
        this.policy = policy;
        this.ids = ids;
    }

    public ReturnGoods returnGoods() {
        return new ReturnGoodsService(store, caring, policy, ids);
    }

    public ClaimGoods claimGoods() {
        return new ClaimGoodsService(store, caring, policy, ids);
    }

    public FindAfterSales findAfterSales() {
        return new FindAfterSalesService(store, policy);
    }
}
