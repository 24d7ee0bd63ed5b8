package io.ordercore.application.catalog;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.application.catalog.listing.Listings;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class ManageOffersService implements ManageOffers {
    private final Transactions transactions;
    private final Offers offers;
    private final Sellers sellers;
    private final Listings listings;

    ManageOffersService(Transactions transactions, Offers offers, Sellers sellers, Listings listings) {
        this.transactions = transactions;
        this.offers = offers;
        this.sellers = sellers;
        this.listings = listings;
    }

    @Override
    public Optional<Offer> find(Sku sku) {
        return offers.find(sku);
    }

    @Override
    public List<Offer> list(@Nullable MerchantId merchant, @Nullable Sku after, int limit) {
        return offers.list(merchant, after, limit);
    }

    @Override
    public Offer put(Command command) {
        return transactions.run(() -> {
            Optional<Offer> stored = offers.find(command.sku());
            if (stored.isPresent() && !stored.get().merchant().equals(command.merchant())) {
                throw new ForeignSkuException(command.sku());
            }
            if (stored.isEmpty() && !sellers.find(command.merchant()).newListings()) {
                throw new ListingsBlockedException(command.merchant());
            }
            long version = stored.map(Offer::version).orElse(0L);
            if (command.expectedVersion() != null && command.expectedVersion() != version) {
                throw new StaleVersionException("offer " + command.sku());
            }
            Offer offer = new Offer(
                    command.sku(),
                    command.merchant(),
                    command.title(),
                    command.attributes(),
                    command.price(),
                    stored.map(Offer::orderable).orElseGet(() -> listings.sells(command.sku())),
                    version + 1);
            offers.save(offer);
            return offer;
        });
    }
}
