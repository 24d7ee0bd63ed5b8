package io.ordercore.application.catalog;

import java.util.List;

final class FollowOffersService implements FollowOffers {
    private final OfferFeed feed;

    FollowOffersService(OfferFeed feed) {
        this.feed = feed;
    }

    @Override
    public List<OfferChange> after(OfferPlace place, int limit) {
        return feed.after(place, limit);
    }

    @Override
    public OfferPlace end() {
        return feed.end();
    }
}
