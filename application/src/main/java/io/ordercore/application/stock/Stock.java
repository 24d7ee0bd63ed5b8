package io.ordercore.application.stock;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.stock.StockItem;
import io.ordercore.domain.stock.StockMove;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much there is of each SKU. What is reserved never exceeds what is on hand, whoever writes. */
public interface Stock {
    Optional<StockItem> find(Sku sku);

    /** The items of these SKUs; unknown ones are left out. */
    Map<Sku, StockItem> find(Collection<Sku> skus);

    /**
     * Sets what is on hand, leaving what is reserved as it is.
     *
     * @param item at the version it is to have
     * @throws StaleVersionException if the stored one is not at the version before, or has more reserved by now than would be
     *     on hand; version 1 means that there is none
     */
    default void count(StockItem item) {
        count(List.of(item));
    }

    /** {@link #count(StockItem)} for items of different SKUs, all or none. */
    void count(List<StockItem> items);

    /**
     * Applies moves in the running transaction, all of them.
     *
     * @throws StaleVersionException if one does not fit (reserving more than is available)
     */
    void apply(List<StockMove> moves);
}
