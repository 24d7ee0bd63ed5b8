package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.logistics.incident.Vouchers;
import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.BuyerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Vouchers, a row each; what one is given for is unique. */
final class PostgresVouchers implements Vouchers {
    private static final String COLUMNS =
            "code, buyer, order_id, for_what, amount, currency, issued_at, expires_at," + " redeemed_for";

    private final PostgresTransactions transactions;

    PostgresVouchers(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean issue(Voucher voucher) {
        return transactions.write(connection -> Sql.update(
                        connection,
                        "insert into voucher (" + COLUMNS
                                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (for_what) do nothing",
                        voucher.code(),
                        voucher.buyer().value(),
                        voucher.order().toString(),
                        voucher.forWhat(),
                        voucher.amount().getAmountMinorLong(),
                        voucher.amount().getCurrencyUnit().getCode(),
                        voucher.issuedAt(),
                        voucher.expiresAt(),
                        text(voucher.redeemedFor()))
                == 1);
    }

    @Override
    public Optional<Voucher> find(String code) {
        return transactions.read(connection -> Sql.one(
                connection, "select " + COLUMNS + " from voucher where code = ?", PostgresVouchers::voucher, code));
    }

    @Override
    public List<Voucher> redeemedFor(OrderId order) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from voucher where redeemed_for = ? order by code",
                PostgresVouchers::voucher,
                order.toString()));
    }

    @Override
    public boolean redeem(String code, OrderId order, Instant now) {
        return transactions.write(connection -> Sql.update(
                        connection,
                        "update voucher set redeemed_for = ? where code = ? and redeemed_for is null and expires_at > ?",
                        order.toString(),
                        code,
                        now)
                == 1);
    }

    @Override
    public void release(String code, OrderId order, Instant expiresAt) {
        transactions.write(connection -> Sql.update(
                connection,
                "update voucher set redeemed_for = null, expires_at = ? where code = ? and redeemed_for = ?",
                expiresAt,
                code,
                order.toString()));
    }

    private static @Nullable String text(@Nullable OrderId order) {
        return order == null ? null : order.toString();
    }

    @Override
    public List<Voucher> of(BuyerId buyer) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select " + COLUMNS + " from voucher where buyer = ? order by issued_at desc, code desc",
                PostgresVouchers::voucher,
                buyer.value()));
    }

    private static Voucher voucher(ResultSet row) throws SQLException {
        return new Voucher(
                row.getString("code"),
                new BuyerId(row.getString("buyer")),
                OrderId.parse(row.getString("order_id")),
                row.getString("for_what"),
                Sql.money(row.getString("currency"), row.getLong("amount")),
                Sql.instant(row, "issued_at"),
                Sql.instant(row, "expires_at"),
                row.getString("redeemed_for") == null ? null : OrderId.parse(row.getString("redeemed_for")));
    }
}
