package io.ordercore.application.aftersale;

import io.ordercore.application.Store;
import io.ordercore.domain.aftersale.AfterSalePolicy;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.ClaimId;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.aftersale.ReturnId;
import io.ordercore.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

final class FindAfterSalesService implements FindAfterSales {
    private final Store store;
    private final AfterSalePolicy policy;

    FindAfterSalesService(Store store, AfterSalePolicy policy) {
        this.store = store;
        this.policy = policy;
    }

    @Override
    public Optional<Return> goodsReturn(ReturnId id) {
        return store.returns().find(id);
    }

    @Override
    public List<Return> returnsOf(OrderId order) {
        return store.returns().of(order);
    }

    @Override
    public Optional<Claim> claim(ClaimId id) {
        return store.claims().find(id);
    }

    @Override
    public List<Claim> claimsOf(OrderId order) {
        return store.claims().of(order);
    }

    @Override
    public AfterSalePolicy policy() {
        return policy;
    }
}
