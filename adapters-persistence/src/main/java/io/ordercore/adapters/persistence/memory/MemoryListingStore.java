package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.PriceReviews;
import io.ordercore.application.catalog.listing.ListingStore;
import io.ordercore.application.catalog.listing.Listings;
import io.ordercore.application.catalog.listing.LiveListings;
import io.ordercore.application.catalog.listing.ReviewQueue;
import io.ordercore.application.catalog.listing.RuleSets;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.review.ListingIndex;
import io.ordercore.domain.catalog.review.ReviewFacts;
import io.ordercore.domain.party.MerchantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Listings, their index, the reviewers' queue and the rules. */
final class MemoryListingStore implements ListingStore {
    private final MemoryTransactions transactions;
    private final Consumer<Sku> withdraw;
    private final MemoryListings listings;
    private final MemoryLiveListings live;
    private final MemoryReviewQueue queue;
    private final MemoryRuleSets rules;
    private final MemoryPriceReviews prices;

    /** @param withdraw what becomes of the offer of a SKU that is no longer sold */
    MemoryListingStore(MemoryTransactions transactions, Consumer<Sku> withdraw) {
        this.transactions = transactions;
        this.withdraw = withdraw;
        this.listings = new MemoryListings();
        this.live = new MemoryLiveListings();
        this.queue = new MemoryReviewQueue(transactions);
        this.rules = new MemoryRuleSets();
        this.prices = new MemoryPriceReviews(transactions);
    }

    @Override
    public Listings listings() {
        return listings;
    }

    @Override
    public LiveListings liveListings() {
        return live;
    }

    @Override
    public ReviewQueue reviewQueue() {
        return queue;
    }

    @Override
    public RuleSets ruleSets() {
        return rules;
    }

    @Override
    public PriceReviews priceReviews() {
        return prices;
    }

    private final class MemoryListings implements Listings {
        private final TreeMap<String, Listing> byId = new TreeMap<>();
        private final Map<Sku, ListingId> bySku = new HashMap<>();

        @Override
        public Optional<Listing> find(ListingId id) {
            return transactions.read(() -> Optional.ofNullable(byId.get(id.value())));
        }

        @Override
        public Set<ListingId> taken(Collection<ListingId> ids) {
            return transactions.read(() ->
                    ids.stream().filter(id -> byId.containsKey(id.value())).collect(Collectors.toSet()));
        }

        @Override
        public void save(List<Listing> changed) {
            transactions.run(() -> changed.forEach(this::save));
        }

        private void save(Listing listing) {
            Listing before = byId.get(listing.id().value());
            if (listing.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("listing " + listing.id());
            }
            transactions.put(byId, listing.id().value(), listing);
            skusOf(listing)
                    .filter(sku -> listing.isOnSale() || !bySku.containsKey(sku))
                    .forEach(sku -> transactions.put(bySku, sku, listing.id()));
            if (before != null) {
                skusOf(before).filter(sku -> sells(before, sku) && !sells(sku)).forEach(withdraw);
            }
        }

        @Override
        public boolean sells(Sku sku) {
            return transactions.read(() -> {
                ListingId holder = bySku.get(sku);
                Listing listing = holder == null ? null : byId.get(holder.value());
                return listing != null && sells(listing, sku);
            });
        }

        private static boolean sells(Listing listing, Sku sku) {
            Revision live = listing.live();
            return listing.isOnSale()
                    && live != null
                    && live.content().variants().stream().map(Variant::sku).anyMatch(sku::equals);
        }

        private static Stream<Sku> skusOf(Listing listing) {
            return Stream.of(Optional.ofNullable(listing.live()), Optional.ofNullable(listing.open()))
                    .flatMap(Optional::stream)
                    .flatMap(revision -> revision.content().variants().stream())
                    .map(Variant::sku);
        }

        @Override
        public List<Listing> list(@Nullable MerchantId merchant, @Nullable ListingId after, int limit) {
            return transactions.read(() -> byId.tailMap(after == null ? "" : after.value(), false).values().stream()
                    .filter(listing -> merchant == null || listing.merchant().equals(merchant))
                    .limit(limit)
                    .toList());
        }
    }

    private final class MemoryLiveListings implements LiveListings {
        private final ListingIndex index = ListingIndex.empty();

        @Override
        public List<ReviewFacts> factsFor(List<Entry> candidates) {
            return transactions.read(() -> candidates.stream()
                    .map(entry -> index.factsFor(entry.listing(), entry.merchant(), entry.content()))
                    .toList());
        }

        @Override
        public void add(List<Entry> published) {
            transactions.run(() -> published.forEach(entry -> {
                take(entry);
                transactions.onRollback(() -> drop(entry));
            }));
        }

        @Override
        public void remove(List<Entry> withdrawn) {
            transactions.run(() -> withdrawn.forEach(entry -> {
                drop(entry);
                transactions.onRollback(() -> take(entry));
            }));
        }

        private void take(Entry entry) {
            index.add(entry.listing(), entry.merchant(), entry.content());
            index.count(entry.content());
        }

        private void drop(Entry entry) {
            index.remove(entry.listing(), entry.content());
            index.discount(entry.content());
        }
    }

    private final class MemoryRuleSets implements RuleSets {
        private static final String CHOSEN = "chosen";

        private final Map<String, String> texts = new LinkedHashMap<>();
        private final Map<String, String> choice = new LinkedHashMap<>();

        @Override
        public Optional<String> text(String version) {
            return transactions.read(() -> Optional.ofNullable(texts.get(version)));
        }

        @Override
        public List<String> versions() {
            return transactions.read(() -> List.copyOf(texts.keySet()));
        }

        @Override
        public Optional<String> current() {
            return transactions.read(() -> Optional.ofNullable(choice.get(CHOSEN)));
        }

        @Override
        public void add(String version, String text) {
            transactions.run(() -> {
                String before = texts.get(version);
                if (before != null && !before.equals(text)) {
                    throw new IllegalArgumentException("the version " + version + " is kept with another text");
                }
                transactions.put(texts, version, text);
            });
        }

        @Override
        public void choose(String version) {
            transactions.run(() -> transactions.put(choice, CHOSEN, version));
        }
    }
}
