package io.ordercore.application.stock;

import io.ordercore.application.Transactions;

/** The door to stock: what can be asked of it, made from the ports it takes. */
public final class StockUseCases {
    private final Transactions transactions;
    private final Stock stock;

    public StockUseCases(Transactions transactions, Stock stock) {
        this.transactions = transactions;
        this.stock = stock;
    }

    public ManageStock manageStock() {
        return new ManageStockService(transactions, stock);
    }
}
