package io.ordercore.application.catalog;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.application.catalog.listing.Listings;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

final class ManageOffersService implements ManageOffers {
    private final Transactions transactions;
    private final Offers offers;
    private final Sellers sellers;
    private final Listings listings;
    private final PriceGate gate;
    private final Clock clock;

    ManageOffersService(
            Transactions transactions, Offers offers, Sellers sellers, Listings listings, PriceGate gate, Clock clock) {
        this.transactions = transactions;
        this.offers = offers;
        this.sellers = sellers;
        this.listings = listings;
        this.gate = gate;
        this.clock = clock;
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
    public Outcome put(Command command) {
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
            if (stored.isEmpty()) {
                return new Stored(save(command, command.price(), listings.sells(command.sku()), 1));
            }
            Offer before = stored.get();
            PriceReview review = gate.keep(List.of(before), Map.of(before.sku(), command.price()), clock.instant())
                    .get(before.sku());
            return review == null
                    ? new Stored(save(command, command.price(), before.orderable(), version + 1))
                    : new PriceWaits(butForItsPrice(command, before), review);
        });
    }

    /** What else is said counts at once; where nothing else is, the offer stays as it is. */
    private Offer butForItsPrice(Command command, Offer before) {
        boolean same = before.title().equals(command.title().strip())
                && before.attributes().equals(command.attributes());
        return same ? before : save(command, before.price(), before.orderable(), before.version() + 1);
    }

    private Offer save(Command command, Money price, boolean orderable, long version) {
        Offer offer = new Offer(
                command.sku(), command.merchant(), command.title(), command.attributes(), price, orderable, version);
        offers.save(offer);
        return offer;
    }
}
