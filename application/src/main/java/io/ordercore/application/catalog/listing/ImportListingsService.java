package io.ordercore.application.catalog.listing;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.catalog.listing.ListingRefusal;
import io.ordercore.domain.catalog.listing.Reviewed;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.review.ListingIndex;
import io.ordercore.domain.catalog.review.Neighbour;
import io.ordercore.domain.catalog.review.PriceNorm;
import io.ordercore.domain.catalog.review.ReviewFacts;
import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class ImportListingsService implements ImportListings {
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final ListingStore store;
    private final ListingReviewer reviewer;
    private final Shelf shelf;
    private final ReviewTerms terms;
    private final Clock clock;

    ImportListingsService(
            Transactions transactions,
            ListingStore store,
            ListingReviewer reviewer,
            Shelf shelf,
            ReviewTerms terms,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.reviewer = reviewer;
        this.shelf = shelf;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public void run(MerchantId merchant, List<Row> rows, Witness witness) {
        ListingIndex file = ListingIndex.empty();
        rows.forEach(row -> file.count(row.content()));
        Set<Sku> skus = new HashSet<>();
        Set<ListingId> ids = new HashSet<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Row> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            Taken taken = new Taken(
                    shelf.foreignSkus(merchant, batch.stream().map(Row::content).toList()),
                    store.listings().taken(batch.stream().map(Row::listing).toList()));
            List<Row> fresh = batch.stream()
                    .filter(row -> isFresh(row, skus, ids, taken, witness))
                    .toList();
            tell(fresh, stored(merchant, fresh, file), witness);
        }
    }

    /** What others had before the file came. */
    private record Taken(Set<Sku> skus, Set<ListingId> listings) {}

    private static boolean isFresh(Row row, Set<Sku> skus, Set<ListingId> ids, Taken taken, Witness witness) {
        List<Sku> own = row.content().variants().stream().map(Variant::sku).toList();
        if (own.stream().anyMatch(skus::contains)) {
            witness.refused(row, "a row before has the same SKU");
            return false;
        }
        if (ids.contains(row.listing())) {
            witness.refused(row, "a row before has the same id");
            return false;
        }
        if (own.stream().anyMatch(taken.skus::contains)) {
            witness.refused(row, "another merchant has the SKU");
            return false;
        }
        if (taken.listings.contains(row.listing())) {
            witness.refused(row, "the listing exists already");
            return false;
        }
        skus.addAll(own);
        ids.add(row.listing());
        return true;
    }

    /** Empty if somebody else lists one of them meanwhile: nothing of the batch is stored then. */
    private List<Listing> stored(MerchantId merchant, List<Row> rows, ListingIndex file) {
        try {
            return transactions.run(() -> importBatch(merchant, rows, file));
        } catch (StaleVersionException taken) {
            return List.of();
        }
    }

    private static void tell(List<Row> rows, List<Listing> stored, Witness witness) {
        for (int i = 0; i < rows.size(); i++) {
            if (stored.isEmpty()) {
                witness.refused(
                        rows.get(i), "somebody else listed one of this and its neighbours meanwhile: import again");
            } else {
                tell(rows.get(i), stored.get(i), witness);
            }
        }
    }

    private List<Listing> importBatch(MerchantId merchant, List<Row> rows, ListingIndex file) {
        Instant now = clock.instant();
        List<ReviewFacts> live = store.liveListings()
                .factsFor(rows.stream()
                        .map(row -> new LiveListings.Entry(row.listing(), merchant, row.content()))
                        .toList());
        List<List<ReviewFacts.Published>> published =
                shelf.published(rows.stream().map(Row::content).toList());
        List<Listing> stored = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            ReviewFacts own = file.factsFor(row.listing(), merchant, row.content());
            file.add(row.listing(), merchant, row.content());
            stored.add(reviewed(row, merchant, merged(live.get(i), own).with(published.get(i)), now));
        }
        store.listings().save(stored);
        shelf.follow(
                stored.stream().map(listing -> new Shelf.Step(null, listing)).toList());
        store.reviewQueue()
                .put(stored.stream()
                        .filter(Listing::isUnderReview)
                        .map(listing -> terms.taskFor(listing, now))
                        .toList());
        return stored;
    }

    private Listing reviewed(Row row, MerchantId merchant, ReviewFacts facts, Instant now) {
        Listing draft = Listing.draft(row.listing(), merchant, row.content(), now);
        ListingDecision decision = draft.submit(now).then(submitted -> reviewer.review(submitted, facts, now));
        Listing result = decision.decide(new ListingDecision.Cases<>() {
            @Override
            public Listing changed(Listing listing) {
                return listing;
            }

            @Override
            public Listing refused(ListingRefusal reason) {
                throw new IllegalStateException("a fresh draft was refused: " + reason);
            }
        });
        return new Listing(result.id(), merchant, result.live(), result.open(), 1);
    }

    private static ReviewFacts merged(ReviewFacts live, ReviewFacts file) {
        Set<Neighbour> neighbours = new LinkedHashSet<>(live.neighbours());
        neighbours.addAll(file.neighbours());
        Set<String> familiar = new HashSet<>(live.familiarWords());
        familiar.addAll(file.familiarWords());
        PriceNorm norm = live.priceNorm().samples() > file.priceNorm().samples() ? live.priceNorm() : file.priceNorm();
        return new ReviewFacts(live.merchant(), norm, List.copyOf(neighbours), familiar);
    }

    private static void tell(Row row, Listing stored, Witness witness) {
        @Nullable Revision revision = stored.open() == null ? stored.live() : stored.open();
        @Nullable Reviewed reviewed = revision == null ? null : revision.reviewed();
        if (reviewed != null) {
            witness.imported(row, reviewed.subject(), reviewed.review());
        }
    }
}
