package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.catalog.Sellers;
import io.ordercore.domain.catalog.SellingTerms;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Merchants' terms, one row each; the row of a capped merchant also keeps when it took its last orders. */
final class PostgresSellers implements Sellers {
    /** How many orders a row leaves; null without a cap. Its parameter is when the 24 hours began. */
    static final String LEFT = "case when orders_per_day is not null then greatest(0, orders_per_day"
            + " - (select count(*) from unnest(taken) as at where at > ?))::int end";

    private final PostgresTransactions transactions;

    PostgresSellers(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public SellingTerms find(MerchantId merchant) {
        return transactions
                .read(connection -> Sql.one(
                        connection,
                        "select merchant, exposure, orders_per_day, new_listings, campaigns from seller where merchant = ?",
                        PostgresSellers::terms,
                        merchant.value()))
                .orElse(SellingTerms.newcomer(merchant));
    }

    @Override
    public OptionalInt ordersLeft(MerchantId merchant, Instant now) {
        Optional<Integer> left = transactions.read(connection -> Sql.one(
                connection,
                "select " + LEFT + " as orders_left from seller where merchant = ? and orders_per_day is not null",
                row -> row.getInt("orders_left"),
                IntakeCaps.dayBefore(now),
                merchant.value()));
        return left.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    @Override
    public void save(SellingTerms terms) {
        transactions.write(connection -> Sql.update(
                connection,
                "insert into seller (merchant, exposure, orders_per_day, new_listings, campaigns) values (?, ?, ?, ?, ?)"
                        + " on conflict (merchant) do update set exposure = excluded.exposure,"
                        + " orders_per_day = excluded.orders_per_day, new_listings = excluded.new_listings,"
                        + " campaigns = excluded.campaigns",
                terms.merchant().value(),
                terms.exposure(),
                terms.ordersPerDay(),
                terms.newListings(),
                terms.campaigns()));
    }

    private static SellingTerms terms(ResultSet row) throws SQLException {
        return new SellingTerms(
                new MerchantId(row.getString("merchant")),
                row.getInt("exposure"),
                row.getObject("orders_per_day", Integer.class),
                row.getBoolean("new_listings"),
                row.getBoolean("campaigns"));
    }
}
