package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.catalog.listing.LiveListings;
import io.ordercore.domain.catalog.CategoryPath;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.review.DuplicateKeys;
import io.ordercore.domain.catalog.review.ListingIndex;
import io.ordercore.domain.catalog.review.Neighbour;
import io.ordercore.domain.catalog.review.PriceNorm;
import io.ordercore.domain.catalog.review.PriceStatistics;
import io.ordercore.domain.catalog.review.ReviewFacts;
import io.ordercore.domain.catalog.review.TitleWords;
import io.ordercore.domain.party.MerchantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** The index of what is live: keys, prices and words in tables of their own, each asked by its primary key. */
final class PostgresLiveListings implements LiveListings {
    private static final int GTIN = 1;
    private static final int TITLE = 2;
    private static final int PICTURE = 3;
    private static final int SUB_CATEGORY_DEPTH = 2;
    private static final int MOST_WITH_A_KEY = 64;

    private static final String NEIGHBOURS = "select near.candidate, live.* from ("
            + " select k.candidate, k.kind, found.listing, row_number() over ("
            + "   partition by k.candidate, k.kind order by count(*) desc, found.listing) as rank"
            + " from unnest(?::int8[], ?::text[], ?::int8[], ?::int8[]) as k(candidate, self, kind, key)"
            // A probe of the index for each key, and an end to each: a title that a million listings share costs no
            // more.
            + " cross join lateral (select listing from listing_key where key = k.key and kind = k.kind"
            + "   and listing <> k.self order by key, listing limit " + MOST_WITH_A_KEY + ") found"
            + " group by k.candidate, k.kind, found.listing) near"
            + " join listing_live live on live.listing = near.listing"
            + " where near.rank <= " + ListingIndex.MOST_NEIGHBOURS
            + " order by near.candidate, near.kind, near.rank";
    private static final String PRICES = "select distinct p.* from listing_price p"
            + " join unnest(?::text[], ?::text[]) as wanted(currency, sub_category)"
            + " on p.currency = wanted.currency and p.sub_category = wanted.sub_category where p.variants > 0";
    private static final String COUNT_PRICES =
            "insert into listing_price (currency, sub_category, category, brand, price, variants) select c, s, k, b,"
                    + " p, sum(n) from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[]) as v(c, s,"
                    + " k, b, p, n) group by c, s, k, b, p order by c, s, k, b, p on conflict (currency, sub_category,"
                    + " category, brand, price) do update set variants = listing_price.variants + excluded.variants";
    private static final String COUNT_WORDS = "insert into listing_word (word, titles)"
            + " select w, sum(n) from unnest(?::text[], ?::int8[]) as v(w, n) group by w order by w"
            + " on conflict (word) do update set titles = listing_word.titles + excluded.titles";

    private final PostgresTransactions transactions;

    PostgresLiveListings(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<ReviewFacts> factsFor(List<Entry> candidates) {
        return transactions.read(connection -> {
            List<Set<Neighbour>> neighbours = neighbours(connection, candidates);
            Set<String> familiar = familiar(connection, candidates, neighbours);
            PriceStatistics prices = prices(connection, candidates);
            List<ReviewFacts> facts = new ArrayList<>(candidates.size());
            for (int i = 0; i < candidates.size(); i++) {
                Entry candidate = candidates.get(i);
                Set<String> words = words(candidate.content(), neighbours.get(i));
                words.retainAll(familiar);
                facts.add(new ReviewFacts(
                        candidate.merchant(),
                        norm(prices, candidate.content()),
                        List.copyOf(neighbours.get(i)),
                        words));
            }
            return facts;
        });
    }

    @Override
    public void add(List<Entry> published) {
        transactions.write(connection -> {
            Rows live = Rows.of(Rows.texts(), Rows.texts(), Rows.texts(), Rows.texts(), Rows.texts(), Rows.texts());
            Rows keys = Rows.of(Rows.longs(), Rows.texts(), Rows.longs());
            for (Entry entry : published) {
                Neighbour shown = Neighbour.of(entry.listing(), entry.merchant(), entry.content());
                live.add(
                        entry.listing().value(),
                        entry.merchant().value(),
                        shown.title(),
                        shown.brand(),
                        shown.gtin(),
                        ListingDocument.write(shown.pictures()));
                DuplicateKeys own = DuplicateKeys.of(entry.content());
                own.gtin().forEach(key -> keys.add(key, entry.listing().value(), (long) GTIN));
                own.title().forEach(key -> keys.add(key, entry.listing().value(), (long) TITLE));
                own.pictures().forEach(key -> keys.add(key, entry.listing().value(), (long) PICTURE));
            }
            PostgresListings.execute(
                    connection,
                    "insert into listing_live (listing, merchant, title, brand, gtin, pictures)"
                            + " select l, m, t, b, g, p::jsonb from unnest(?::text[], ?::text[], ?::text[], ?::text[],"
                            + " ?::text[], ?::text[]) as v(l, m, t, b, g, p) on conflict (listing) do update set"
                            + " title = excluded.title, brand = excluded.brand, gtin = excluded.gtin,"
                            + " pictures = excluded.pictures",
                    live);
            PostgresListings.execute(
                    connection,
                    "insert into listing_key (key, listing, kind) select * from unnest(?::int8[], ?::text[], ?::int8[])"
                            + " on conflict do nothing",
                    keys);
            count(connection, published, 1);
            return published.size();
        });
    }

    @Override
    public void remove(List<Entry> withdrawn) {
        transactions.write(connection -> {
            Rows listings = Rows.of(Rows.texts());
            withdrawn.forEach(entry -> listings.add(entry.listing().value()));
            PostgresListings.execute(connection, "delete from listing_key where listing = any(?::text[])", listings);
            PostgresListings.execute(connection, "delete from listing_live where listing = any(?::text[])", listings);
            count(connection, withdrawn, -1);
            return withdrawn.size();
        });
    }

    private static void count(Connection connection, List<Entry> entries, long by) throws SQLException {
        Rows prices = Rows.of(Rows.texts(), Rows.texts(), Rows.texts(), Rows.texts(), Rows.longs(), Rows.longs());
        Rows words = Rows.of(Rows.texts(), Rows.longs());
        for (Entry entry : entries) {
            CategoryPath category = entry.content().category();
            if (category != null) {
                for (Variant variant : entry.content().variants()) {
                    prices.add(
                            variant.price().getCurrencyUnit().getCode(),
                            category.upTo(SUB_CATEGORY_DEPTH).toString(),
                            category.toString(),
                            entry.content().brand(),
                            variant.price().getAmountMinorLong(),
                            by);
                }
            }
            TitleWords.of(entry.content().title()).forEach(word -> words.add(word, by));
        }
        PostgresListings.execute(connection, COUNT_PRICES, prices);
        PostgresListings.execute(connection, COUNT_WORDS, words);
    }

    private static List<Set<Neighbour>> neighbours(Connection connection, List<Entry> candidates) throws SQLException {
        Rows keys = Rows.of(Rows.longs(), Rows.texts(), Rows.longs(), Rows.longs());
        List<Set<Neighbour>> neighbours = new ArrayList<>(candidates.size());
        for (int i = 0; i < candidates.size(); i++) {
            long candidate = i;
            String self = candidates.get(i).listing().value();
            DuplicateKeys own = DuplicateKeys.of(candidates.get(i).content());
            own.gtin().forEach(key -> keys.add(candidate, self, (long) GTIN, key));
            own.title().forEach(key -> keys.add(candidate, self, (long) TITLE, key));
            own.pictures().forEach(key -> keys.add(candidate, self, (long) PICTURE, key));
            neighbours.add(new LinkedHashSet<>());
        }
        if (keys.isEmpty()) {
            return neighbours;
        }
        try (PreparedStatement statement = connection.prepareStatement(NEIGHBOURS)) {
            keys.bind(connection, statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    neighbours.get(rows.getInt("candidate")).add(neighbour(rows));
                }
            }
        }
        return neighbours;
    }

    private static Set<String> familiar(Connection connection, List<Entry> candidates, List<Set<Neighbour>> neighbours)
            throws SQLException {
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            asked.addAll(words(candidates.get(i).content(), neighbours.get(i)));
        }
        return new HashSet<>(Sql.list(
                connection,
                "select word from listing_word where word = any(?) and titles >= " + ReviewFacts.FAMILIAR_FROM,
                row -> row.getString("word"),
                connection.createArrayOf("text", asked.toArray(String[]::new))));
    }

    private static Set<String> words(ListingContent content, Set<Neighbour> neighbours) {
        Set<String> words = new HashSet<>(TitleWords.of(content.title()));
        neighbours.forEach(neighbour -> words.addAll(TitleWords.of(neighbour.title())));
        return words;
    }

    private static PriceStatistics prices(Connection connection, List<Entry> candidates) throws SQLException {
        Map<String, Set<String>> wanted = new HashMap<>();
        for (Entry candidate : candidates) {
            CategoryPath category = candidate.content().category();
            if (category != null && !candidate.content().variants().isEmpty()) {
                wanted.computeIfAbsent(currency(candidate.content()).getCode(), code -> new HashSet<>())
                        .add(category.upTo(SUB_CATEGORY_DEPTH).toString());
            }
        }
        Rows groups = Rows.of(Rows.texts(), Rows.texts());
        wanted.forEach((code, categories) -> categories.forEach(category -> groups.add(code, category)));
        PriceStatistics prices = PriceStatistics.empty();
        if (groups.isEmpty()) {
            return prices;
        }
        try (PreparedStatement statement = connection.prepareStatement(PRICES)) {
            groups.bind(connection, statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    prices.add(
                            CategoryPath.of(rows.getString("category")),
                            rows.getString("brand"),
                            Sql.money(rows.getString("currency"), rows.getLong("price")),
                            rows.getInt("variants"));
                }
            }
        }
        return prices;
    }

    private static PriceNorm norm(PriceStatistics prices, ListingContent content) {
        CategoryPath category = content.category();
        return category == null || content.variants().isEmpty()
                ? PriceNorm.UNKNOWN
                : prices.normFor(category, content.brand(), currency(content));
    }

    private static CurrencyUnit currency(ListingContent content) {
        return content.variants().get(0).price().getCurrencyUnit();
    }

    private static Neighbour neighbour(ResultSet row) throws SQLException {
        return new Neighbour(
                new ListingId(row.getString("listing")),
                new MerchantId(row.getString("merchant")),
                row.getString("title"),
                row.getString("brand"),
                row.getString("gtin"),
                ListingDocument.pictures(row.getString("pictures")));
    }
}
