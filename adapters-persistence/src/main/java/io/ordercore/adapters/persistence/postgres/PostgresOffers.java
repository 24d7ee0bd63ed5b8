package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.catalog.Offers;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Published offers, one row each. */
final class PostgresOffers implements Offers {
    static final String COLUMNS = "sku, merchant, title, attributes, currency, price, orderable, version";

    private final PostgresTransactions transactions;

    PostgresOffers(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Offer> find(Sku sku) {
        return transactions.read(connection -> Sql.one(
                connection, "select " + COLUMNS + " from offer where sku = ?", PostgresOffers::offer, sku.value()));
    }

    @Override
    public void save(Offer offer) {
        transactions.writeOne(
                "offer " + offer.sku(),
                connection -> offer.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into offer (" + COLUMNS
                                        + ") values (?, ?, ?, ?::jsonb, ?, ?, ?, 1) on conflict do nothing",
                                offer.sku().value(),
                                offer.merchant().value(),
                                offer.title(),
                                Json.object(offer.attributes()),
                                offer.price().getCurrencyUnit().getCode(),
                                offer.price().getAmountMinorLong(),
                                offer.orderable())
                        : Sql.update(
                                connection,
                                "update offer set merchant = ?, title = ?, attributes = ?::jsonb, currency = ?, price = ?,"
                                        + " orderable = ?, version = ? where sku = ? and version = ?",
                                offer.merchant().value(),
                                offer.title(),
                                Json.object(offer.attributes()),
                                offer.price().getCurrencyUnit().getCode(),
                                offer.price().getAmountMinorLong(),
                                offer.orderable(),
                                offer.version(),
                                offer.sku().value(),
                                offer.version() - 1));
    }

    @Override
    public List<Offer> list(@Nullable MerchantId merchant, @Nullable Sku after, int limit) {
        String from = after == null ? "" : after.value();
        return transactions.read(connection -> merchant == null
                ? Sql.list(
                        connection,
                        "select " + COLUMNS + " from offer where sku > ? order by sku limit ?",
                        PostgresOffers::offer,
                        from,
                        limit)
                : Sql.list(
                        connection,
                        "select " + COLUMNS + " from offer where merchant = ? and sku > ? order by sku limit ?",
                        PostgresOffers::offer,
                        merchant.value(),
                        from,
                        limit));
    }

    static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                new Sku(row.getString("sku")),
                new MerchantId(row.getString("merchant")),
                row.getString("title"),
                Json.strings(row.getString("attributes")),
                Sql.money(row.getString("currency"), row.getLong("price")),
                row.getBoolean("orderable"),
                row.getLong("version"));
    }
}
