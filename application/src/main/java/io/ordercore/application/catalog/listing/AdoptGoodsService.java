package io.ordercore.application.catalog.listing;

import io.ordercore.application.Transactions;
import io.ordercore.application.catalog.ForeignSkuException;
import io.ordercore.domain.catalog.Attribute;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.listing.RevisionStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class AdoptGoodsService implements AdoptGoods {
    private final Transactions transactions;
    private final Listings listings;
    private final Shelf shelf;
    private final Clock clock;

    AdoptGoodsService(Transactions transactions, Listings listings, Shelf shelf, Clock clock) {
        this.transactions = transactions;
        this.listings = listings;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public void adopt(List<Goods> goods, String vouchedBy) {
        if (goods.stream().anyMatch(each -> each.merchant().value().equals(vouchedBy))) {
            throw new IllegalArgumentException("nobody vouches for goods of their own");
        }
        Instant now = clock.instant();
        transactions.run(() -> {
            List<Listing> adopted = new ArrayList<>();
            for (Goods each : goods) {
                Optional<Listing> known = listings.find(id(each));
                if (isForeign(each, known)) {
                    throw new ForeignSkuException(each.sku());
                }
                if (known.isEmpty()) {
                    adopted.add(published(each, vouchedBy, now));
                }
            }
            listings.save(adopted);
            shelf.follow(adopted.stream()
                    .map(listing -> new Shelf.Step(null, listing))
                    .toList());
        });
    }

    private static Listing published(Goods goods, String vouchedBy, Instant now) {
        ListingContent content = new ListingContent(
                goods.title(),
                "",
                null,
                "",
                "",
                goods.attributes().entrySet().stream()
                        .map(each -> new Attribute(each.getKey(), each.getValue(), ""))
                        .toList(),
                List.of(),
                List.of(new Variant(goods.sku(), option(goods, "colour"), option(goods, "size"), goods.price(), 0)));
        Revision revision = new Revision(1, RevisionStatus.PUBLISHED, content, null, List.of(vouchedBy), null, now);
        return new Listing(id(goods), goods.merchant(), revision, null, 1);
    }

    private static String option(Goods goods, String name) {
        return goods.attributes().getOrDefault(name, "");
    }

    private boolean isForeign(Goods goods, Optional<Listing> known) {
        ListingContent content = ListingContent.titled(goods.title())
                .withVariants(List.of(new Variant(goods.sku(), "", "", goods.price(), 0)));
        return shelf.hasForeignSku(goods.merchant(), content)
                || known.filter(listing -> !listing.merchant().equals(goods.merchant()))
                        .isPresent();
    }

    private static ListingId id(Goods goods) {
        return new ListingId(goods.sku().value());
    }
}
