package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * Takes goods over that were reviewed elsewhere, as when a marketplace moves here with its assortment. No rule looks at them;
 * their listings name who vouched for them as their reviewer.
 */
public interface AdoptGoods {
    /**
     * Puts goods on sale, each as a listing of its own that has the SKU for an id; all or none. What the merchant has listed
     * under that id already is left as it is.
     *
     * @param vouchedBy who answers for them, never the merchant
     * @throws IllegalArgumentException if a merchant vouches for its own goods
     * @throws io.ordercore.application.StaleVersionException if one is listed meanwhile
     * @throws io.ordercore.application.catalog.ForeignSkuException if another merchant has one of the SKUs
     */
    void adopt(List<Goods> goods, String vouchedBy);

    /** One SKU, as buyers see it. */
    record Goods(Sku sku, MerchantId merchant, String title, Map<String, String> attributes, Money price) {}
}
