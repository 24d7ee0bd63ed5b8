package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.catalog.OfferChange;
import io.ordercore.application.catalog.OfferFeed;
import io.ordercore.application.catalog.OfferPlace;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table that triggers fill, in the order of (transaction, position). A change is seen once every transaction up to its
 * own has ended, so that none that commits later can lie behind a reader's place.
 */
final class PostgresOfferFeed implements OfferFeed {
    private static final String NEXT = "select tx::text as transaction, position, kind, sku, merchant, currency, price,"
            + " orderable, available, version, at from offer_change where (tx, position) > (?::xid8, ?)"
            + " and tx < pg_snapshot_xmin(pg_current_snapshot()) order by offer_change.tx, position limit ?";
    private static final String END =
            "select (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1) as transaction";
    private static final String FORGET = "delete from offer_change old where old.at < ? and exists (select from"
            + " offer_change newer where newer.sku = old.sku and newer.kind = old.kind"
            + " and (newer.tx, newer.position) > (old.tx, old.position)"
            + " and newer.tx < pg_snapshot_xmin(pg_current_snapshot()))";

    private final PostgresTransactions transactions;

    PostgresOfferFeed(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<OfferChange> after(OfferPlace place, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                NEXT,
                PostgresOfferFeed::change,
                Long.toString(place.transaction()),
                place.position(),
                limit));
    }

    @Override
    public OfferPlace end() {
        return transactions.read(connection -> Sql.one(
                        connection, END, row -> new OfferPlace(row.getLong("transaction"), Long.MAX_VALUE))
                .orElse(OfferPlace.START));
    }

    @Override
    public int forgetOvertaken(Instant before) {
        return transactions.write(connection -> Sql.update(connection, FORGET, before));
    }

    private static OfferChange change(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        @Nullable Money price = currency == null ? null : Sql.money(currency, row.getLong("price"));
        OfferChange.Kind kind = OfferChange.Kind.valueOf(row.getString("kind"));
        return new OfferChange(
                new OfferPlace(Long.parseLong(row.getString("transaction")), row.getLong("position")),
                kind,
                new Sku(row.getString("sku")),
                new MerchantId(row.getString("merchant")),
                price,
                kind == OfferChange.Kind.OFFER ? row.getBoolean("orderable") : null,
                kind == OfferChange.Kind.STOCK ? row.getLong("available") : null,
                row.getLong("version"),
                Sql.instant(row, "at"));
    }
}
