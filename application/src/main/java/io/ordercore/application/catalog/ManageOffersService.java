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
                return new Stored(saved(first(command)));
            }
            return change(stored.get(), command);
        });
    }

    private Offer first(Command command) {
        String title = command.title();
        if (title == null) {
            throw new IllegalArgumentException("a new offer has a title");
        }
        Map<String, String> attributes = command.attributes();
        return new Offer(
                command.sku(),
                command.merchant(),
                title,
                attributes == null ? Map.of() : attributes,
                command.price(),
                listings.sells(command.sku()),
                1);
    }

    private Outcome change(Offer before, Command command) {
        Offer reworded = reworded(before, command);
        boolean sameWords = reworded.equals(before.at(before.price()));
        if (!sameWords && (before.orderable() || listings.sells(before.sku()))) {
            return new WordsNeedReview(before);
        }
        PriceReview review = gate.keep(List.of(before), Map.of(before.sku(), command.price()), clock.instant())
                .get(before.sku());
        if (review == null) {
            return new Stored(saved(priced(reworded, command.price())));
        }
        // What else is said counts at once; where nothing else is, the offer stays as it is.
        return new PriceWaits(sameWords ? before : saved(reworded), review);
    }

    /** The next version at the same price. */
    private static Offer reworded(Offer before, Command command) {
        String title = command.title();
        Map<String, String> attributes = command.attributes();
        return new Offer(
                before.sku(),
                before.merchant(),
                title == null ? before.title() : title,
                attributes == null ? before.attributes() : attributes,
                before.price(),
                before.orderable(),
                before.version() + 1);
    }

    private static Offer priced(Offer offer, Money price) {
        return new Offer(
                offer.sku(),
                offer.merchant(),
                offer.title(),
                offer.attributes(),
                price,
                offer.orderable(),
                offer.version());
    }

    private Offer saved(Offer offer) {
        offers.save(offer);
        return offer;
    }
}
