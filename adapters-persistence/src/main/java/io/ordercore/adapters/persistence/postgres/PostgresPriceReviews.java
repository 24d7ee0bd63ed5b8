package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.PriceReviews;
import io.ordercore.application.catalog.listing.WatchReviews.Backlog;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices that jumped, one row per SKU. Rows are always written in the order of their SKUs. */
final class PostgresPriceReviews implements PriceReviews {
    private static final String SAVE = "insert into price_review (sku, merchant, status, due, version, content)"
            + " select s, m, t, 'epoch'::timestamptz + d * interval '1 us', v, c::jsonb"
            + " from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::int8[], ?::text[]) as r(s, m, t, d, v, c)"
            + " where v = 1 or exists (select from price_review there where there.sku = s)"
            + " on conflict (sku) do update set merchant = excluded.merchant, status = excluded.status,"
            + " due = excluded.due, overdue = price_review.overdue and excluded.due = price_review.due,"
            + " version = excluded.version, content = excluded.content"
            + " where price_review.version = excluded.version - 1";
    private static final String SUPERSEDE = "update price_review set status = 'SUPERSEDED', version = version + 1,"
            + " content = content || jsonb_build_object('status', 'SUPERSEDED', 'version', version + 1)"
            + " where status = 'WAITING' and sku = any(?)";
    private static final String OVERDUE = "update price_review set overdue = true where sku in (select sku from"
            + " price_review where status = 'WAITING' and not overdue and due <= ? order by due, sku limit ?"
            + " for update skip locked) returning content";

    private final PostgresTransactions transactions;

    PostgresPriceReviews(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<Sku, PriceReview> find(Collection<Sku> skus) {
        Map<Sku, PriceReview> found = new HashMap<>();
        transactions
                .read(connection -> Sql.list(
                        connection,
                        "select content from price_review where sku = any(?)",
                        PostgresPriceReviews::review,
                        connection.createArrayOf("text", names(skus))))
                .forEach(review -> found.put(review.sku(), review));
        return found;
    }

    @Override
    public void save(List<PriceReview> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Rows rows = Rows.of(Rows.texts(), Rows.texts(), Rows.texts(), Rows.longs(), Rows.longs(), Rows.texts());
        changed.stream()
                .sorted(Comparator.comparing(PriceReview::sku))
                .forEach(review -> rows.add(
                        review.sku().value(),
                        review.merchant().value(),
                        review.status().name(),
                        Sql.micros(review.due()),
                        review.version(),
                        ListingDocument.write(review)));
        transactions.write(connection -> {
            if (PostgresListings.execute(connection, SAVE, rows) != changed.size()) {
                throw new StaleVersionException(
                        "price review of " + changed.get(0).sku());
            }
            return changed.size();
        });
    }

    @Override
    public void supersede(Collection<Sku> skus) {
        if (!skus.isEmpty()) {
            transactions.write(
                    connection -> Sql.update(connection, SUPERSEDE, connection.createArrayOf("text", names(skus))));
        }
    }

    @Override
    public List<PriceReview> waiting(@Nullable MerchantId merchant, int limit) {
        return transactions.read(connection -> merchant == null
                ? Sql.list(
                        connection,
                        "select content from price_review where status = 'WAITING' order by due, sku limit ?",
                        PostgresPriceReviews::review,
                        limit)
                : Sql.list(
                        connection,
                        "select content from price_review where status = 'WAITING' and merchant = ?"
                                + " order by due, sku limit ?",
                        PostgresPriceReviews::review,
                        merchant.value(),
                        limit));
    }

    @Override
    public List<PriceReview> takeOverdue(Instant now, int limit) {
        return transactions.write(
                connection -> Sql.list(connection, OVERDUE, PostgresPriceReviews::review, now, limit));
    }

    @Override
    public Backlog backlog(Instant now) {
        return transactions.read(connection -> PostgresReviewQueue.backlog(
                connection,
                "from price_review where status = 'WAITING'",
                "(content ->> 'submitted')::timestamptz",
                now));
    }

    private static String[] names(Collection<Sku> skus) {
        return skus.stream().map(Sku::value).sorted().toArray(String[]::new);
    }

    private static PriceReview review(ResultSet row) throws SQLException {
        return ListingDocument.priceReview(row.getString("content"));
    }
}
