package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.catalog.PriceReviews;
import io.ordercore.application.catalog.listing.ListingStore;
import io.ordercore.application.catalog.listing.Listings;
import io.ordercore.application.catalog.listing.LiveListings;
import io.ordercore.application.catalog.listing.ReviewQueue;
import io.ordercore.application.catalog.listing.RuleSets;
import java.util.List;
import java.util.Optional;

/** Listings, their index, the reviewers' queue and the rules. */
final class PostgresListingStore implements ListingStore {
    private final PostgresListings listings;
    private final PostgresLiveListings live;
    private final PostgresReviewQueue queue;
    private final RuleSets rules;
    private final PriceReviews prices;

    PostgresListingStore(PostgresTransactions transactions) {
        this.listings = new PostgresListings(transactions);
        this.live = new PostgresLiveListings(transactions);
        this.queue = new PostgresReviewQueue(transactions);
        this.rules = new PostgresRuleSets(transactions);
        this.prices = new PostgresPriceReviews(transactions);
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

    private record PostgresRuleSets(PostgresTransactions transactions) implements RuleSets {
        @Override
        public Optional<String> text(String version) {
            return transactions.read(connection -> Sql.one(
                    connection,
                    "select content from rule_set where version = ?",
                    row -> row.getString("content"),
                    version));
        }

        @Override
        public List<String> versions() {
            return transactions.read(connection -> Sql.list(
                    connection, "select version from rule_set order by version", row -> row.getString("version")));
        }

        @Override
        public Optional<String> current() {
            return transactions.read(connection ->
                    Sql.one(connection, "select version from rule_set_in_force", row -> row.getString("version")));
        }

        @Override
        public void add(String version, String text) {
            transactions.write(connection -> Sql.update(
                    connection,
                    "insert into rule_set (version, content) values (?, ?) on conflict do nothing",
                    version,
                    text));
            if (!text(version).filter(text::equals).isPresent()) {
                throw new IllegalArgumentException("the version " + version + " is kept with another text");
            }
        }

        @Override
        public void choose(String version) {
            transactions.write(connection -> Sql.update(
                    connection,
                    "insert into rule_set_in_force (version) values (?)"
                            + " on conflict (only_row) do update set version = excluded.version",
                    version));
        }
    }
}
