package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.catalog.Offers;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.SellingTerms;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

    /** Draws a number for every offer asked for: one pass over them, whatever the page. */
    @Override
    public List<Offer> byExposure(LocalDate day, @Nullable MerchantId merchant, @Nullable Sku after, int limit) {
        String drawn =
                "(select offer.*, ('x' || left(encode(sha256(convert_to(sku || '|' || ?, 'UTF8')), 'hex'), 8))::bit(32)"
                        + "::bigint * 1000 / coalesce(exposure, ?) as place from offer left join seller using (merchant)"
                        + " where (?::text is null or merchant = ?) and coalesce(exposure, ?) > 0)";
        int newcomers = SellingTerms.newcomer(new MerchantId("anybody")).exposure();
        String of = merchant == null ? null : merchant.value();
        return transactions.read(connection -> after == null
                ? Sql.list(
                        connection,
                        "select " + COLUMNS + " from " + drawn + " as drawn order by place, sku limit ?",
                        PostgresOffers::offer,
                        day.toString(),
                        newcomers,
                        of,
                        of,
                        newcomers,
                        limit)
                : Sql.list(
                        connection,
                        "with drawn as " + drawn + " select " + COLUMNS
                                + " from drawn where (place, sku) > (select place, sku from drawn where sku = ?)"
                                + " order by place, sku limit ?",
                        PostgresOffers::offer,
                        day.toString(),
                        newcomers,
                        of,
                        of,
                        newcomers,
                        after.value(),
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
