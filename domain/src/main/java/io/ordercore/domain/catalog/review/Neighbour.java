package io.ordercore.domain.catalog.review;

import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.PictureFacts;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Objects;

/** Another live listing that shares a duplicate key, with what it takes to tell whether it is the same goods. */
public record Neighbour(
        ListingId listing, MerchantId merchant, String title, String brand, String gtin, List<PictureFacts> pictures) {
    public Neighbour {
        pictures = List.copyOf(pictures);
    }

    public static Neighbour of(ListingId listing, MerchantId merchant, ListingContent content) {
        return new Neighbour(
                listing,
                merchant,
                content.title(),
                content.brand(),
                content.gtin(),
                content.pictures().stream()
                        .map(Picture::facts)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
