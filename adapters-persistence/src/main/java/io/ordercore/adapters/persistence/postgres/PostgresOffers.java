package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.Offers;
import io.ordercore.application.catalog.UnreviewedGoodsException;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.SellingTerms;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Published offers, one row each. */
final class PostgresOffers implements Offers {
    static final String COLUMNS = "sku, merchant, title, attributes, currency, price, orderable, version";

    private static final String VALUES =
            " from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int8[],"
                    + " ?::int8[], ?::int8[]) as v (sku, merchant, title, attributes, currency, price, orderable, version)";
    private static final String INSERT = "insert into offer (" + COLUMNS + ") select sku, merchant, title,"
            + " attributes::jsonb, currency, price, orderable = 1, version" + VALUES + " on conflict do nothing";
    private static final String UPDATE = "update offer set merchant = v.merchant, title = v.title,"
            + " attributes = v.attributes::jsonb, currency = v.currency, price = v.price, orderable = v.orderable = 1,"
            + " version = v.version" + VALUES + " where offer.sku = v.sku and offer.version = v.version - 1";
    /** Raised by the trigger that lets nothing unreviewed be ordered. */
    private static final String UNREVIEWED = "OC001";

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
    public Map<Sku, Offer> find(Collection<Sku> skus) {
        String[] names = skus.stream().map(Sku::value).toArray(String[]::new);
        Map<Sku, Offer> found = new HashMap<>();
        transactions
                .read(connection -> Sql.list(
                        connection,
                        "select " + COLUMNS + " from offer where sku = any(?)",
                        PostgresOffers::offer,
                        connection.createArrayOf("text", names)))
                .forEach(offer -> found.put(offer.sku(), offer));
        return found;
    }

    @Override
    public void save(List<Offer> changed) {
        if (changed.isEmpty()) {
            return;
        }
        String what = "offer " + changed.get(0).sku();
        List<Offer> ordered =
                changed.stream().sorted(Comparator.comparing(Offer::sku)).toList();
        transactions.write(connection -> {
            Rows fresh = rows();
            Rows known = rows();
            for (Offer offer : ordered) {
                add(offer, offer.version() == 1 ? fresh : known);
            }
            try {
                if (PostgresListings.execute(connection, INSERT, fresh)
                                + PostgresListings.execute(connection, UPDATE, known)
                        < changed.size()) {
                    throw new StaleVersionException(what);
                }
            } catch (SQLException e) {
                if (UNREVIEWED.equals(e.getSQLState())) {
                    throw new UnreviewedGoodsException(changed.get(0).sku());
                }
                throw e;
            }
            return changed.size();
        });
    }

    private static Rows rows() {
        return Rows.of(
                Rows.texts(),
                Rows.texts(),
                Rows.texts(),
                Rows.texts(),
                Rows.texts(),
                Rows.longs(),
                Rows.longs(),
                Rows.longs());
    }

    private static void add(Offer offer, Rows rows) {
        rows.add(
                offer.sku().value(),
                offer.merchant().value(),
                offer.title(),
                Json.object(offer.attributes()),
                offer.price().getCurrencyUnit().getCode(),
                offer.price().getAmountMinorLong(),
                offer.orderable() ? 1L : 0L,
                offer.version());
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
    public List<Offer> byExposure(
            LocalDate day, @Nullable MerchantId merchant, boolean campaign, @Nullable Sku after, int limit) {
        String drawn =
                "(select offer.*, ('x' || left(encode(sha256(convert_to(sku || '|' || ?, 'UTF8')), 'hex'), 8))::bit(32)"
                        + "::bigint * 1000 / coalesce(exposure, ?) as place from offer left join seller using (merchant)"
                        + " where (?::text is null or merchant = ?) and coalesce(exposure, ?) > 0"
                        + (campaign ? " and coalesce(campaigns, true)" : "") + ")";
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
        return offer(row, Json.strings(row.getString("attributes")));
    }

    /** With these attributes in place of the row's. */
    static Offer offer(ResultSet row, Map<String, String> attributes) throws SQLException {
        return new Offer(
                new Sku(row.getString("sku")),
                new MerchantId(row.getString("merchant")),
                row.getString("title"),
                attributes,
                Sql.money(row.getString("currency"), row.getLong("price")),
                row.getBoolean("orderable"),
                row.getLong("version"));
    }
}
