package io.ordercore.application.catalog.listing;

import io.ordercore.application.Transactions;
import io.ordercore.application.catalog.ForeignSkuException;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.PictureFacts;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.catalog.listing.ListingRefusal;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.review.ReviewFacts;
import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class WriteListingsService implements WriteListings {
    private final Transactions transactions;
    private final Listings listings;
    private final LiveListings live;
    private final ListingAccess access;
    private final ListingChanges changes;
    private final ListingReviewer reviewer;
    private final Shelf shelf;
    private final PictureProbe probe;
    private final Clock clock;

    WriteListingsService(
            Transactions transactions,
            ListingStore store,
            ListingChanges changes,
            ListingReviewer reviewer,
            Shelf shelf,
            PictureProbe probe,
            Clock clock) {
        this.transactions = transactions;
        this.listings = store.listings();
        this.live = store.liveListings();
        this.access = new ListingAccess(store.listings());
        this.changes = changes;
        this.reviewer = reviewer;
        this.shelf = shelf;
        this.probe = probe;
        this.clock = clock;
    }

    @Override
    public ListingDecision draft(ListingId id, MerchantId merchant, ListingContent content) {
        Listing listing = Listing.draft(id, merchant, content, clock.instant());
        return transactions.run(() -> {
            if (listings.find(id).isPresent()) {
                return new ListingDecision.Refused(ListingRefusal.ID_TAKEN);
            }
            listings.save(List.of(listing));
            return new ListingDecision.Changed(listing);
        });
    }

    @Override
    public ListingDecision revise(
            ListingId id, MerchantId merchant, ListingContent content, @Nullable Long expectedVersion) {
        Instant now = clock.instant();
        return transactions.run(() -> {
            Listing listing = access.of(merchant, id, expectedVersion);
            return changes.store(listing, listing.revise(content, now), now);
        });
    }

    @Override
    public ListingDecision submit(ListingId id, MerchantId merchant, @Nullable Long expectedVersion) {
        Instant now = clock.instant();
        Listing seen = access.of(merchant, id, expectedVersion);
        Revision open = seen.open();
        if (open == null) {
            return seen.submit(now);
        }
        ListingContent looked = lookedAt(open.content());
        return transactions.run(() -> {
            Listing listing = access.of(merchant, id, seen.version());
            if (shelf.hasForeignSku(merchant, looked)) {
                throw new ForeignSkuException(looked.variants().get(0).sku());
            }
            ListingDecision decision =
                    listing.submit(now).then(submitted -> review(submitted.withPictures(looked.pictures()), now));
            return changes.store(listing, decision, now);
        });
    }

    private ListingDecision review(Listing submitted, Instant now) {
        ListingContent content = Objects.requireNonNull(submitted.open()).content();
        List<ReviewFacts> facts =
                live.factsFor(List.of(new LiveListings.Entry(submitted.id(), submitted.merchant(), content)));
        return reviewer.review(submitted, facts.get(0).with(shelf.published(content)), now);
    }

    /** No network call happens inside a transaction, so pictures are looked at before it. */
    private ListingContent lookedAt(ListingContent content) {
        List<String> unseen = content.pictures().stream()
                .filter(picture -> picture.facts() == null)
                .map(Picture::url)
                .toList();
        if (unseen.isEmpty()) {
            return content;
        }
        Map<String, PictureFacts> seen = probe.look(unseen);
        return content.withPictures(content.pictures().stream()
                .map(picture -> {
                    PictureFacts facts = seen.get(picture.url());
                    return picture.facts() != null || facts == null ? picture : picture.with(facts);
                })
                .toList());
    }
}
