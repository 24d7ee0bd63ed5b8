package io.ordercore.application.catalog;

import io.ordercore.application.catalog.listing.ReviewTerms;
import io.ordercore.application.catalog.listing.RulesInForce;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.catalog.review.PriceJump;
import io.ordercore.domain.catalog.review.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Lets ordinary prices through and keeps those that jump for a reviewer; an ordinary one takes the place of one that waits. */
final class PriceGate {
    private final PriceReviews reviews;
    private final RulesInForce rules;
    private final ReviewTerms terms;

    PriceGate(PriceReviews reviews, RulesInForce rules, ReviewTerms terms) {
        this.reviews = reviews;
        this.rules = rules;
        this.terms = terms;
    }

    /**
     * Rules on prices asked for published offers, in the running transaction.
     *
     * @param asked for every one of the offers
     * @return those that wait now; the others may be applied
     */
    Map<Sku, PriceReview> keep(Collection<Offer> offers, Map<Sku, Money> asked, Instant now) {
        RuleSet inForce = rules.ruleSet();
        Map<Sku, PriceReview> last = reviews.find(asked.keySet());
        Map<Sku, PriceReview> kept = new HashMap<>();
        List<PriceReview> opened = new ArrayList<>();
        List<Sku> overtaken = new ArrayList<>();
        for (Offer offer : offers) {
            PriceReview before = last.get(offer.sku());
            Money price = asked.get(offer.sku());
            if (price == null) {
                continue;
            }
            Optional<PriceJump> jump = inForce.jump(offer.price(), price);
            if (before != null && jump.isPresent() && asksAgain(before, price)) {
                kept.put(offer.sku(), before);
            } else if (jump.isPresent()) {
                PriceReview review = opened(offer, price, jump.get(), before, now);
                opened.add(review);
                kept.put(offer.sku(), review);
            } else if (before != null && before.waits()) {
                overtaken.add(offer.sku());
            }
        }
        reviews.save(opened);
        reviews.supersede(overtaken);
        return kept;
    }

    /** Whoever sends all prices every night keeps its place in the queue. */
    private static boolean asksAgain(PriceReview before, Money price) {
        return before.waits() && before.asked().equals(price);
    }

    private PriceReview opened(Offer offer, Money price, PriceJump jump, @Nullable PriceReview before, Instant now) {
        return new PriceReview(
                offer.sku(),
                offer.merchant(),
                offer.price(),
                price,
                jump,
                PriceReview.Status.WAITING,
                now,
                now.plus(terms.shortest()),
                null,
                null,
                before == null ? 1 : before.version() + 1);
    }
}
