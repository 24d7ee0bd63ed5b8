package io.ordercore.application.catalog;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The published offers, one per SKU. */
public interface Offers {
    Optional<Offer> find(Sku sku);

    /** The offers of these SKUs; unknown ones are left out. */
    Map<Sku, Offer> find(Collection<Sku> skus);

    /**
     * Stores an offer.
     *
     * @param offer at the version it is to have
     * @throws StaleVersionException if the stored one is not at the version before; version 1 means that there is none
     * @throws UnreviewedGoodsException if it is orderable and no live listing has the SKU
     */
    default void save(Offer offer) {
        save(List.of(offer));
    }

    /** {@link #save(Offer)} for many offers of different SKUs, all or none. */
    void save(List<Offer> changed);

    /**
     * Offers by SKU.
     *
     * @param merchant null for all merchants
     * @param after the last SKU of the page before; null for the first page
     */
    List<Offer> list(@Nullable MerchantId merchant, @Nullable Sku after, int limit);

    /**
     * Offers in an order drawn for the day: an offer's place is a number drawn from its SKU and the day, divided by its
     * merchant's exposure, so that whoever has twice the exposure is twice as often among the first. Without exposure it is left
     * out.
     *
     * @param merchant null for all merchants
     * @param campaign whether only offers are wanted whose merchants may take part in campaigns
     * @param after the last SKU of the page before; null for the first page
     */
    List<Offer> byExposure(
            LocalDate day, @Nullable MerchantId merchant, boolean campaign, @Nullable Sku after, int limit);
}
