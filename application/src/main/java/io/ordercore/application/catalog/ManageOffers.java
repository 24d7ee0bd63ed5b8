package io.ordercore.application.catalog;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Sets prices and reads them. A new price counts from the moment this returns. An offer can be ordered only while a reviewed
 * listing with its SKU is on sale.
 */
public interface ManageOffers {
    Optional<Offer> find(Sku sku);

    /** Offers by SKU, at most {@code limit}, after the last one of the page before. */
    List<Offer> list(@Nullable MerchantId merchant, @Nullable Sku after, int limit);

    /**
     * Publishes an offer or changes it.
     *
     * @throws ForeignSkuException if another merchant has the SKU
     * @throws ListingsBlockedException if it is new, and the merchant may put nothing new on sale
     * @throws io.ordercore.application.StaleVersionException if it is not at the expected version, or changes meanwhile
     */
    Offer put(Command command);

    /**
     * What is asked.
     *
     * @param expectedVersion the version the caller has seen, 0 for none yet; null for any
     */
    record Command(
            Sku sku,
            MerchantId merchant,
            String title,
            Map<String, String> attributes,
            Money price,
            @Nullable Long expectedVersion) {}
}
