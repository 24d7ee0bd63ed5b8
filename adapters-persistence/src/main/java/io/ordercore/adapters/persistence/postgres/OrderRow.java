package io.ordercore.adapters.persistence.postgres;

import io.ordercore.adapters.persistence.postgres.RecipientCipher.Personal;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderSnapshot;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order's row as it stands in the table: the recipient still encrypted, the document still text. */
@SuppressWarnings("ArrayRecordComponent") // on its way from a connection to the thread that decodes it, never compared
record OrderRow(
        OrderId id,
        String buyer,
        String merchant,
        String status,
        Instant placedAt,
        @Nullable Instant dueAt,
        long version,
        String currency,
        String document,
        byte[] recipient,
        byte[] historyHead) {
    static final String SELECT = "select purchase_id, number, buyer, merchant, status, placed_at, due_at, version,"
            + " currency, coalesce(content, document::text) as document, recipient, history_head from orders ";

    static OrderRow read(ResultSet row) throws SQLException {
        return new OrderRow(
                new OrderId(new PurchaseId(row.getObject("purchase_id", UUID.class)), row.getInt("number")),
                row.getString("buyer"),
                row.getString("merchant"),
                row.getString("status"),
                Sql.instant(row, "placed_at"),
                Sql.instantOrNull(row, "due_at"),
                row.getLong("version"),
                row.getString("currency"),
                row.getString("document"),
                row.getBytes("recipient"),
                row.getBytes("history_head"));
    }

    OrderSnapshot snapshot(Personal decrypted) {
        OrderDocument json = new OrderDocument(currency, document);
        return new OrderSnapshot(
                id,
                new BuyerId(buyer),
                new MerchantId(merchant),
                decrypted.recipient(),
                decrypted.wishes(),
                json.lines(),
                json.amount("shipping"),
                OrderStatus.valueOf(status),
                json.holds(),
                json.amount("captured"),
                json.amount("refundRequested"),
                json.amount("refunded"),
                json.fulfilments(),
                placedAt,
                dueAt,
                version);
    }
}
