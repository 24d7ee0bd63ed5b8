package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.payment.Payments;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentIntent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Payments, one row per purchase; the buyer's token is encrypted. */
final class PostgresPayments implements Payments {
    private final PostgresTransactions transactions;
    private final PersonalDataKeys keys;

    PostgresPayments(PostgresTransactions transactions, PersonalDataKeys keys) {
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public Optional<PaymentIntent> find(PurchaseId purchase) {
        return transactions.read(connection -> Sql.one(
                connection,
                "select purchase_id, currency, document, token, version from payment where purchase_id = ?",
                this::intent,
                purchase.value()));
    }

    @Override
    public void save(PaymentIntent intent, long baseVersion) {
        String currency = intent.currency().getCode();
        String document = PaymentDocument.write(intent);
        byte[] token = intent.token() == null ? null : keys.encrypt(intent.token(), place(intent.purchase()));
        Instant inquireAt = intent.inquireAt().orElse(null);
        transactions.writeOne(
                "payment of " + intent.purchase(),
                connection -> baseVersion == 0
                        ? Sql.update(
                                connection,
                                "insert into payment (currency, document, token, inquire_at, version, purchase_id)"
                                        + " values (?, ?::jsonb, ?, ?, ?, ?) on conflict do nothing",
                                currency,
                                document,
                                token,
                                inquireAt,
                                intent.version(),
                                intent.purchase().value())
                        : Sql.update(
                                connection,
                                "update payment set currency = ?, document = ?::jsonb, token = ?, inquire_at = ?, version = ?"
                                        + " where purchase_id = ? and version = ?",
                                currency,
                                document,
                                token,
                                inquireAt,
                                intent.version(),
                                intent.purchase().value(),
                                baseVersion));
    }

    @Override
    public List<PurchaseId> toInquire(Instant now, int limit) {
        return transactions.read(connection -> Sql.list(
                connection,
                "select purchase_id from payment where inquire_at <= ? order by inquire_at limit ?",
                row -> new PurchaseId(row.getObject("purchase_id", UUID.class)),
                now,
                limit));
    }

    private PaymentIntent intent(ResultSet row) throws SQLException {
        PurchaseId purchase = new PurchaseId(row.getObject("purchase_id", UUID.class));
        PaymentDocument document = new PaymentDocument(row.getString("currency"), row.getString("document"));
        return new PaymentIntent(
                purchase,
                CurrencyUnit.of(row.getString("currency")),
                document.shares(),
                token(purchase, row.getBytes("token")),
                document.transactions(),
                row.getLong("version"));
    }

    private @Nullable String token(PurchaseId purchase, byte @Nullable [] cipher) {
        return cipher == null ? null : keys.decrypt(cipher, place(purchase));
    }

    private static String place(PurchaseId purchase) {
        return "payment|token|" + purchase;
    }
}
