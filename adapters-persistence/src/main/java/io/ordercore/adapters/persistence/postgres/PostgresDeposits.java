package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.credit.Deposits;
import io.ordercore.domain.credit.Deposit;
import io.ordercore.domain.credit.DepositEntry;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Deposits and their bookings, one row each. */
final class PostgresDeposits implements Deposits {
    private static final String COLUMNS = "merchant, currency, held, release_at, check_at, version";
    private static final String ENTRY_COLUMNS =
            "merchant, currency, at, kind, amount, held, purchase_id, order_number, reference";

    private final PostgresTransactions transactions;

    PostgresDeposits(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Deposit> find(MerchantId merchant, CurrencyUnit currency) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select " + COLUMNS + " from deposit where merchant = ? and currency = ?",
                PostgresDeposits::deposit,
                merchant.value(),
                currency.getCode()));
    }

    @Override
    public List<Deposit> of(MerchantId merchant) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from deposit where merchant = ? order by currency",
                PostgresDeposits::deposit,
                merchant.value()));
    }

    @Override
    public void save(Deposit deposit) {
        String currency = deposit.held().getCurrencyUnit().getCode();
        transactions.writeOne(
                "deposit of " + deposit.merchant(),
                connection -> deposit.version() == 1
                        ? Sql.update(
                                connection,
                                "insert into deposit (" + COLUMNS
                                        + ") values (?, ?, ?, ?, ?, 1) on conflict do nothing",
                                deposit.merchant().value(),
                                currency,
                                deposit.held().getAmountMinorLong(),
                                deposit.releaseAt(),
                                deposit.checkAt())
                        : Sql.update(
                                connection,
                                "update deposit set held = ?, release_at = ?, check_at = ?, version = ?"
                                        + " where merchant = ? and currency = ? and version = ?",
                                deposit.held().getAmountMinorLong(),
                                deposit.releaseAt(),
                                deposit.checkAt(),
                                deposit.version(),
                                deposit.merchant().value(),
                                currency,
                                deposit.version() - 1));
    }

    @Override
    public void book(DepositEntry entry) {
        OrderId order = entry.order();
        transactions.write(connection -> Sql.update(
                connection,
                "insert into deposit_entry (" + ENTRY_COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.merchant().value(),
                entry.amount().getCurrencyUnit().getCode(),
                entry.at(),
                entry.kind().name(),
                entry.amount().getAmountMinorLong(),
                entry.heldAfter().getAmountMinorLong(),
                order == null ? null : order.purchase().value(),
                order == null ? null : order.number(),
                entry.reference()));
    }

    @Override
    public boolean isBooked(MerchantId merchant, CurrencyUnit currency, String reference) {
        return transactions
                .read(connection -> Sql.one(
                        connection,
                        "select 1 from deposit_entry where merchant = ? and currency = ? and reference = ?",
                        row -> true,
                        merchant.value(),
                        currency.getCode(),
                        reference))
                .isPresent();
    }

    @Override
    public List<Line> entries(MerchantId merchant, @Nullable Long before, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select number, " + ENTRY_COLUMNS + " from deposit_entry where merchant = ?"
                        + " and (?::bigint is null or number < ?) order by number desc limit ?",
                row -> new Line(row.getLong("number"), entry(row)),
                merchant.value(),
                before,
                before,
                limit));
    }

    @Override
    public List<Deposit> due(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from deposit where check_at <= ? order by check_at, merchant, currency limit ?",
                PostgresDeposits::deposit,
                now,
                limit));
    }

    private static Deposit deposit(ResultSet row) throws SQLException {
        return new Deposit(
                new MerchantId(row.getString("merchant")),
                Sql.money(row.getString("currency"), row.getLong("held")),
                Sql.instantOrNull(row, "release_at"),
                Sql.instant(row, "check_at"),
                row.getLong("version"));
    }

    private static DepositEntry entry(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        UUID purchase = row.getObject("purchase_id", UUID.class);
        return new DepositEntry(
                new MerchantId(row.getString("merchant")),
                Sql.instant(row, "at"),
                DepositEntry.Kind.valueOf(row.getString("kind")),
                Sql.money(currency, row.getLong("amount")),
                Sql.money(currency, row.getLong("held")),
                purchase == null ? null : new OrderId(new PurchaseId(purchase), row.getInt("order_number")),
                row.getString("reference"));
    }
}
