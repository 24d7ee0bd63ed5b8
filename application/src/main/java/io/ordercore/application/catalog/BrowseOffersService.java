package io.ordercore.application.catalog;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class BrowseOffersService implements BrowseOffers {
    private static final char PARTED_BY = '~';

    private final Offers offers;
    private final Clock clock;

    BrowseOffersService(Offers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public Window browse(@Nullable MerchantId merchant, boolean campaign, @Nullable String after, int limit) {
        Place place = after == null ? new Place(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), null) : of(after);
        List<Offer> found = offers.byExposure(place.day, merchant, campaign, place.sku, limit + 1);
        List<Offer> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit
                ? place.day
                        + Character.toString(PARTED_BY)
                        + shown.get(limit - 1).sku()
                : null;
        return new Window(shown, next);
    }

    /** A page that began yesterday goes on in yesterday's order. */
    private static Place of(String after) {
        int end = after.indexOf(PARTED_BY);
        if (end < 0) {
            throw new IllegalArgumentException("no page ended there");
        }
        try {
            return new Place(LocalDate.parse(after.substring(0, end)), new Sku(after.substring(end + 1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no page ended there", e);
        }
    }

    private record Place(LocalDate day, @Nullable Sku sku) {}
}
