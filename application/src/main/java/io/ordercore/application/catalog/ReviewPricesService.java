package io.ordercore.application.catalog;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.catalog.listing.Ruling;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

final class ReviewPricesService implements ReviewPrices {
    private final Transactions transactions;
    private final PriceReviews reviews;
    private final Offers offers;

    ReviewPricesService(Transactions transactions, PriceReviews reviews, Offers offers) {
        this.transactions = transactions;
        this.reviews = reviews;
        this.offers = offers;
    }

    @Override
    public Optional<PriceReview> find(Sku sku) {
        return reviews.find(sku);
    }

    @Override
    public List<PriceReview> waiting(@Nullable MerchantId merchant, int limit) {
        return reviews.waiting(merchant, limit);
    }

    @Override
    public Outcome approve(Sku sku, String reviewer, @Nullable Long expectedVersion) {
        return transactions.run(() -> {
            Outcome outcome = decide(sku, reviewer, expectedVersion, waiting -> waiting.approvedBy(reviewer));
            return outcome.decide(new Outcome.Cases<Outcome>() {
                @Override
                public Outcome decided(PriceReview review) {
                    Offer offer = offers.find(sku).orElseThrow(() -> new StaleVersionException("offer " + sku));
                    offers.save(offer.at(review.asked()));
                    return outcome;
                }

                @Override
                public Outcome refused(Refusal reason) {
                    return outcome;
                }
            });
        });
    }

    @Override
    public Outcome reject(Sku sku, String reviewer, Ruling why, @Nullable Long expectedVersion) {
        return decide(sku, reviewer, expectedVersion, waiting -> waiting.rejectedBy(reviewer, why));
    }

    private Outcome decide(
            Sku sku, String reviewer, @Nullable Long expectedVersion, UnaryOperator<PriceReview> decision) {
        return transactions.run(() -> {
            Optional<PriceReview> waiting = reviews.find(sku).filter(PriceReview::waits);
            if (waiting.isEmpty()) {
                return new Refused(Refusal.NO_PRICE_WAITS);
            }
            PriceReview review = waiting.get();
            if (review.isOwnOf(reviewer)) {
                return new Refused(Refusal.OWN_GOODS);
            }
            if (expectedVersion != null && expectedVersion != review.version()) {
                throw new StaleVersionException("price review of " + sku);
            }
            PriceReview decided = decision.apply(review);
            reviews.save(List.of(decided));
            return new Decided(decided);
        });
    }
}
