package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.Offers;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Published offers by SKU. */
final class MemoryOffers implements Offers {
    private final MemoryTransactions transactions;
    private final TreeMap<Sku, Offer> offers = new TreeMap<>();

    MemoryOffers(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Offer> find(Sku sku) {
        return transactions.read(() -> Optional.ofNullable(offers.get(sku)));
    }

    @Override
    public void save(Offer offer) {
        transactions.run(() -> {
            Offer before = offers.get(offer.sku());
            if (offer.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("offer " + offer.sku());
            }
            transactions.put(offers, offer.sku(), offer);
        });
    }

    @Override
    public List<Offer> list(@Nullable MerchantId merchant, @Nullable Sku after, int limit) {
        return transactions.read(() -> offers.values().stream()
                .filter(offer -> merchant == null || offer.merchant().equals(merchant))
                .filter(offer -> after == null || offer.sku().compareTo(after) > 0)
                .limit(limit)
                .toList());
    }
}
