package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.credit.Payouts;
import io.ordercore.domain.credit.Payout;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Payouts, one row each. */
final class PostgresPayouts implements Payouts {
    private static final String COLUMNS =
            "purchase_id, number, merchant, currency, amount, withheld, completed_at, due_at, released_at";

    private final PostgresTransactions transactions;

    PostgresPayouts(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void owe(Payout payout) {
        transactions.write(connection -> Sql.update(
                connection,
                "insert into payout (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                payout.order().purchase().value(),
                payout.order().number(),
                payout.merchant().value(),
                payout.amount().getCurrencyUnit().getCode(),
                payout.amount().getAmountMinorLong(),
                payout.withheld().getAmountMinorLong(),
                payout.completedAt(),
                payout.dueAt(),
                payout.releasedAt()));
    }

    @Override
    public Optional<Payout> find(OrderId order) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select " + COLUMNS + " from payout where purchase_id = ? and number = ?",
                PostgresPayouts::payout,
                order.purchase().value(),
                order.number()));
    }

    @Override
    public void save(Payout payout) {
        transactions.writeOne(
                "payout of " + payout.order(),
                connection -> Sql.update(
                        connection,
                        "update payout set withheld = ?, due_at = ?, released_at = ?"
                                + " where purchase_id = ? and number = ? and released_at is null",
                        payout.withheld().getAmountMinorLong(),
                        payout.dueAt(),
                        payout.releasedAt(),
                        payout.order().purchase().value(),
                        payout.order().number()));
    }

    @Override
    public List<Payout> due(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from payout where released_at is null and due_at <= ?"
                        + " order by due_at, purchase_id, number limit ?",
                PostgresPayouts::payout,
                now,
                limit));
    }

    @Override
    public List<Payout> list(MerchantId merchant, @Nullable OrderId after, int limit) {
        UUID purchase = after == null ? null : after.purchase().value();
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from payout where merchant = ? and (?::uuid is null or"
                        + " (completed_at, purchase_id, number) < (select completed_at, purchase_id, number from payout"
                        + " where purchase_id = ? and number = ?))"
                        + " order by completed_at desc, purchase_id desc, number desc limit ?",
                PostgresPayouts::payout,
                merchant.value(),
                purchase,
                purchase,
                after == null ? 0 : after.number(),
                limit));
    }

    @Override
    public List<Money> turnover(MerchantId merchant, Instant since) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select currency, sum(amount)::bigint as sum from payout where merchant = ? and completed_at >= ?"
                        + " group by currency order by currency",
                row -> Sql.money(row.getString("currency"), row.getLong("sum")),
                merchant.value(),
                since));
    }

    private static Payout payout(ResultSet row) throws SQLException {
        return new Payout(
                PostgresOrderFiles.order(row),
                new MerchantId(row.getString("merchant")),
                Sql.money(row.getString("currency"), row.getLong("amount")),
                Sql.money(row.getString("currency"), row.getLong("withheld")),
                Sql.instant(row, "completed_at"),
                Sql.instant(row, "due_at"),
                Sql.instantOrNull(row, "released_at"));
    }
}
