package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.listing.Listings;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.party.MerchantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Listings, a row each and one for every revision. */
final class PostgresListings implements Listings {
    private static final String SELECT = "select l.id, l.merchant, l.version, a.content as live, o.content as open"
            + " from listing l"
            + " left join listing_revision a on a.listing = l.id and a.number = l.live_number"
            + " left join listing_revision o on o.listing = l.id and o.number = l.open_number";
    private static final String UPSERT = "insert into listing (id, merchant, live_number, open_number, version)"
            + " select * from unnest(?::text[], ?::text[], ?::int8[], ?::int8[], ?::int8[])"
            + " on conflict (id) do update set live_number = excluded.live_number, open_number = excluded.open_number,"
            + " version = excluded.version"
            + " where listing.version = excluded.version - 1 and listing.merchant = excluded.merchant";
    private static final String RETIRE = "update listing_revision r"
            + " set status = 'RETIRED', content = jsonb_set(r.content, '{status}', '\"RETIRED\"')"
            + " from unnest(?::text[], ?::int8[]) as kept(listing, number)"
            + " where r.listing = kept.listing and r.number <> kept.number and r.status in ('PUBLISHED', 'SUSPENDED')";
    private static final String REVISIONS = "insert into listing_revision (listing, number, status, content)"
            + " select l, n, s, c::jsonb from unnest(?::text[], ?::int8[], ?::text[], ?::text[]) as r(l, n, s, c)"
            + " on conflict (listing, number) do update set status = excluded.status, content = excluded.content";
    private static final String SKUS = "insert into listing_sku (sku, listing, on_sale) select sku, listing, on_sale ="
            + " 1 from unnest(?::text[], ?::text[], ?::int8[]) as v(sku, listing, on_sale) on conflict (sku) do update set"
            + " listing = excluded.listing, on_sale = excluded.on_sale where excluded.on_sale or listing_sku.listing ="
            + " excluded.listing";

    private static final String UNSOLD = "with kept as (select * from unnest(?::text[], ?::text[]) as k(listing, sku))"
            + " update listing_sku s set on_sale = false where s.on_sale and s.listing in (select listing from kept)"
            + " and not exists (select from kept where kept.listing = s.listing and kept.sku = s.sku)";

    private final PostgresTransactions transactions;

    PostgresListings(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Listing> find(ListingId id) {
        return transactions.read(
                connection -> Sql.one(connection, SELECT + " where l.id = ?", PostgresListings::listing, id.value()));
    }

    @Override
    public Set<ListingId> taken(Collection<ListingId> ids) {
        return transactions.read(connection -> new HashSet<>(Sql.list(
                connection,
                "select id from listing where id = any(?)",
                row -> new ListingId(row.getString("id")),
                connection.createArrayOf(
                        "text", ids.stream().map(ListingId::value).toArray(String[]::new)))));
    }

    @Override
    public boolean sells(Sku sku) {
        return transactions
                .read(connection -> Sql.one(
                        connection,
                        "select on_sale from listing_sku where sku = ?",
                        row -> row.getBoolean("on_sale"),
                        sku.value()))
                .orElse(false);
    }

    @Override
    public List<Listing> list(@Nullable MerchantId merchant, @Nullable ListingId after, int limit) {
        String from = after == null ? "" : after.value();
        return transactions.read(connection -> merchant == null
                ? Sql.list(
                        connection,
                        SELECT + " where l.id > ? order by l.id limit ?",
                        PostgresListings::listing,
                        from,
                        limit)
                : Sql.list(
                        connection,
                        SELECT + " where l.merchant = ? and l.id > ? order by l.id limit ?",
                        PostgresListings::listing,
                        merchant.value(),
                        from,
                        limit));
    }

    @Override
    public void save(List<Listing> changed) {
        transactions.write(connection -> {
            saveListings(connection, changed);
            retireReplaced(connection, changed);
            saveRevisions(connection, changed);
            saveSkus(connection, changed);
            return changed.size();
        });
    }

    private static void saveListings(Connection connection, List<Listing> changed) throws SQLException {
        Rows rows = Rows.of(Rows.texts(), Rows.texts(), Rows.longs(), Rows.longs(), Rows.longs());
        long fresh = changed.stream().filter(listing -> listing.version() == 1).count();
        for (Listing listing : changed) {
            rows.add(
                    listing.id().value(),
                    listing.merchant().value(),
                    number(listing.live()),
                    number(listing.open()),
                    listing.version());
        }
        long before = fresh == 0 ? 0 : existing(connection, changed);
        if (before > 0
                || execute(connection, UPSERT, rows) != changed.size()
                || isMissing(connection, changed, fresh)) {
            throw new StaleVersionException("listing " + changed.get(0).id());
        }
    }

    /** How many of those that should be new are there. */
    private static long existing(Connection connection, List<Listing> changed) throws SQLException {
        String[] ids = changed.stream()
                .filter(listing -> listing.version() == 1)
                .map(listing -> listing.id().value())
                .toArray(String[]::new);
        return Sql.one(
                        connection,
                        "select count(*) as there from listing where id = any(?)",
                        row -> row.getLong("there"),
                        connection.createArrayOf("text", ids))
                .orElse(0L);
    }

    /** Whether a listing that should be there was inserted instead: its revisions are not. */
    private static boolean isMissing(Connection connection, List<Listing> changed, long fresh) throws SQLException {
        if (fresh == changed.size()) {
            return false;
        }
        String[] ids = changed.stream()
                .filter(listing -> listing.version() > 1)
                .map(listing -> listing.id().value())
                .toArray(String[]::new);
        return Sql.one(
                                connection,
                                "select count(distinct listing) as there from listing_revision where listing = any(?)",
                                row -> row.getLong("there"),
                                connection.createArrayOf("text", ids))
                        .orElse(0L)
                < ids.length;
    }

    private static void retireReplaced(Connection connection, List<Listing> changed) throws SQLException {
        Rows rows = Rows.of(Rows.texts(), Rows.longs());
        for (Listing listing : changed) {
            if (listing.live() != null && listing.version() > 1) {
                rows.add(listing.id().value(), number(listing.live()));
            }
        }
        execute(connection, RETIRE, rows);
    }

    private static void saveRevisions(Connection connection, List<Listing> changed) throws SQLException {
        Rows rows = Rows.of(Rows.texts(), Rows.longs(), Rows.texts(), Rows.texts());
        for (Listing listing : changed) {
            add(rows, listing, listing.live());
            add(rows, listing, listing.open());
        }
        execute(connection, REVISIONS, rows);
    }

    private static void add(Rows rows, Listing listing, @Nullable Revision revision) {
        if (revision != null) {
            rows.add(listing.id().value(), number(revision), revision.status().name(), ListingDocument.write(revision));
        }
    }

    private static void saveSkus(Connection connection, List<Listing> changed) throws SQLException {
        Rows rows = Rows.of(Rows.texts(), Rows.texts(), Rows.longs());
        for (Listing listing : changed) {
            Map<String, Long> onSale = new TreeMap<>();
            addSkus(listing.open(), 0, onSale);
            addSkus(listing.live(), listing.isOnSale() ? 1 : 0, onSale);
            onSale.forEach((sku, sold) -> rows.add(sku, listing.id().value(), sold));
        }
        execute(connection, SKUS, rows);
        dropOthers(connection, changed);
    }

    /** A variant that a new revision no longer has is no longer sold. */
    private static void dropOthers(Connection connection, List<Listing> changed) throws SQLException {
        Rows kept = Rows.of(Rows.texts(), Rows.texts());
        for (Listing listing : changed) {
            if (listing.version() > 1) {
                Map<String, Long> own = new TreeMap<>();
                addSkus(listing.open(), 0, own);
                addSkus(listing.live(), 1, own);
                kept.add(listing.id().value(), "");
                own.keySet().forEach(sku -> kept.add(listing.id().value(), sku));
            }
        }
        execute(connection, UNSOLD, kept);
    }

    private static void addSkus(@Nullable Revision revision, long onSale, Map<String, Long> into) {
        if (revision != null) {
            for (Variant variant : revision.content().variants()) {
                into.put(variant.sku().value(), onSale);
            }
        }
    }

    static int execute(Connection connection, String sql, Rows rows) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            rows.bind(connection, statement, 1);
            return statement.executeUpdate();
        }
    }

    private static @Nullable Long number(@Nullable Revision revision) {
        return revision == null ? null : (long) revision.number();
    }

    private static Listing listing(ResultSet row) throws SQLException {
        String live = row.getString("live");
        String open = row.getString("open");
        return new Listing(
                new ListingId(row.getString("id")),
                new MerchantId(row.getString("merchant")),
                live == null ? null : ListingDocument.revision(live),
                open == null ? null : ListingDocument.revision(open),
                row.getLong("version"));
    }
}
