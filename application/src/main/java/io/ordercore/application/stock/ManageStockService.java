package io.ordercore.application.stock;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockItem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class ManageStockService implements ManageStock {
    private final Transactions transactions;
    private final Stock stock;

    ManageStockService(Transactions transactions, Stock stock) {
        this.transactions = transactions;
        this.stock = stock;
    }

    @Override
    public Optional<StockItem> find(Sku sku) {
        return stock.find(sku);
    }

    @Override
    public Outcome count(Sku sku, MerchantId merchant, long onHand, @Nullable Long expectedVersion) {
        return transactions.run(() -> {
            StockItem item = stock.find(sku).orElseGet(() -> new StockItem(sku, merchant, 0, 0, 0));
            if (!item.merchant().equals(merchant)) {
                return new Foreign();
            }
            if (expectedVersion != null && expectedVersion != item.version()) {
                throw new StaleVersionException("stock of " + sku);
            }
            if (onHand < item.reserved()) {
                return new BelowReserved(item.reserved());
            }
            StockItem counted = new StockItem(sku, merchant, onHand, item.reserved(), item.version() + 1);
            stock.count(counted);
            return new Counted(counted);
        });
    }
}
