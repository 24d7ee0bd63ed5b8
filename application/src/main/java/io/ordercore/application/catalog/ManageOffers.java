package io.ordercore.application.catalog;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Sets prices and reads them. An ordinary new price counts from the moment this returns. An offer can be ordered only while a reviewed
 * listing with its SKU is on sale.
 */
public interface ManageOffers {
    Optional<Offer> find(Sku sku);

    /** Offers by SKU, at most {@code limit}, after the last one of the page before. */
    List<Offer> list(@Nullable MerchantId merchant, @Nullable Sku after, int limit);

    /**
     * Publishes an offer or changes it. A price that jumps further than the rules in force let pass unseen waits for a reviewer
     * ({@link ReviewPrices}); the price before stays, and so counts, meanwhile.
     *
     * @throws ForeignSkuException if another merchant has the SKU
     * @throws ListingsBlockedException if it is new, and the merchant may put nothing new on sale
     * @throws io.ordercore.application.StaleVersionException if it is not at the expected version, or changes meanwhile
     */
    Outcome put(Command command);

    /** What becomes of an offer. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** The offer as it is now. */
        Offer offer();

        /** One method per outcome. */
        interface Cases<R> {
            R stored(Offer offer);

            /** The offer but for its price, which stays until a reviewer has decided. */
            R priceWaits(Offer offer, PriceReview review);

            /** Nothing changed: what is said of goods on sale changes with a revision of their listing, which is reviewed. */
            R wordsNeedReview(Offer offer);
        }
    }

    /** All of it counts now. */
    record Stored(Offer offer) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.stored(offer);
        }
    }

    /** Refused: other words than the reviewed ones. */
    record WordsNeedReview(Offer offer) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.wordsNeedReview(offer);
        }
    }

    /** The price is kept for a reviewer. */
    record PriceWaits(Offer offer, PriceReview review) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.priceWaits(offer, review);
        }
    }

    /**
     * What is asked.
     *
     * @param title null to leave it as it is; a new offer has one
     * @param attributes null to leave them as they are
     * @param expectedVersion the version the caller has seen, 0 for none yet; null for any
     */
    record Command(
            Sku sku,
            MerchantId merchant,
            @Nullable String title,
            @Nullable Map<String, String> attributes,
            Money price,
            @Nullable Long expectedVersion) {}
}
