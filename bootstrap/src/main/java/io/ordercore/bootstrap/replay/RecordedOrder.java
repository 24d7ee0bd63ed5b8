package io.ordercore.bootstrap.replay;

import com.google.common.hash.Hashing;
import io.ordercore.bootstrap.csv.CsvFile;
import io.ordercore.bootstrap.csv.CsvRow;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.MerchantId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One order of a recorded history: a row of a CSV file with the columns
 *
 * <ul>
 *   <li>{@code order_id}, {@code merchant_id}, {@code buyer_id}: 1 to 64 letters, digits, '.', '_' or '-'
 *   <li>{@code status}: "created" (never paid), "approved", "invoiced", "processing" (paid, not shipped), "shipped",
 *       "delivered", "canceled" or "unavailable" (cancelled, and paid back if it was paid)
 *   <li>{@code price}, and where there are such columns {@code freight} (added to it), {@code items} (units, 1 if empty) and
 *       {@code category} (goods of one merchant, category and unit price share a SKU)
 *   <li>{@code purchased_at}, and where known {@code approved_at}, {@code handed_over_at}, {@code delivered_at}: {@code
 *       yyyy-MM-dd HH:mm:ss}, local
 * </ul>
 *
 * A step that must have happened but has no time, or one before the step that precedes it, is played right after that step. An
 * order recorded as cancelled is cancelled before its hand-over, for the file does not say when.
 */
record RecordedOrder(
        String id,
        MerchantId merchant,
        BuyerId buyer,
        Sku sku,
        int units,
        Money unitPrice,
        Ending ending,
        Instant placedAt,
        Instant paidAt,
        Instant handedOverAt,
        Instant deliveredAt) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** How far an order came. */
    enum Ending {
        UNPAID,
        PAID,
        SHIPPED,
        DELIVERED,
        CANCELLED_UNPAID,
        CANCELLED
    }

    boolean isPaid() {
        return ending != Ending.UNPAID && ending != Ending.CANCELLED_UNPAID;
    }

    Money total() {
        return unitPrice.multipliedBy(units);
    }

    /** Every order of a file, in the file's order. */
    static List<RecordedOrder> in(Path file, CurrencyUnit currency, ZoneId zone) {
        List<RecordedOrder> orders = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        CsvFile.at(file).forEach(row -> {
            RecordedOrder order = of(row, currency, zone);
            if (!ids.add(order.id())) {
                throw row.bad("order_id", "stands there twice");
            }
            orders.add(order);
        });
        return orders;
    }

    private static RecordedOrder of(CsvRow row, CurrencyUnit currency, ZoneId zone) {
        Money price = row.read("price", text -> Money.of(currency, new BigDecimal(text)));
        Money amount = price.plus(row.readOptional("freight", text -> Money.of(currency, new BigDecimal(text)))
                .orElse(Money.zero(currency)));
        int items = row.readOptional("items", Integer::valueOf).orElse(1);
        boolean splits = items > 0 && amount.getAmountMinorLong() % items == 0;
        int units = splits ? items : 1;
        Money unitPrice = Money.ofMinor(currency, amount.getAmountMinorLong() / units);
        Optional<Instant> approved = row.readOptional("approved_at", text -> time(text, zone));
        Instant placedAt = row.read("purchased_at", text -> time(text, zone));
        Instant paidAt = later(placedAt, approved);
        Instant handedOverAt = later(paidAt, row.readOptional("handed_over_at", text -> time(text, zone)));
        Instant deliveredAt = later(handedOverAt, row.readOptional("delivered_at", text -> time(text, zone)));
        return new RecordedOrder(
                row.read("order_id", RecordedOrder::identifier),
                row.read("merchant_id", MerchantId::new),
                row.read("buyer_id", BuyerId::new),
                sku(row, unitPrice),
                units,
                unitPrice,
                row.read("status", status -> ending(status, approved.isPresent())),
                placedAt,
                paidAt,
                handedOverAt,
                deliveredAt);
    }

    /** A SKU of at most 64 characters for what one merchant sells of one category at one price. */
    private static Sku sku(CsvRow row, Money unitPrice) {
        String goods = row.text("merchant_id") + "|" + row.optional("category").orElse("goods") + "|" + unitPrice;
        return new Sku(Hashing.sha256()
                .hashString(goods, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 32));
    }

    private static String identifier(String text) {
        return new BuyerId(text).value();
    }

    private static Ending ending(String status, boolean paid) {
        return switch (status) {
            case "created" -> Ending.UNPAID;
            case "approved", "invoiced", "processing" -> Ending.PAID;
            case "shipped" -> Ending.SHIPPED;
            case "delivered" -> Ending.DELIVERED;
            case "canceled", "unavailable" -> paid ? Ending.CANCELLED : Ending.CANCELLED_UNPAID;
            default -> throw new IllegalArgumentException(status);
        };
    }

    private static Instant later(Instant earliest, Optional<Instant> recorded) {
        return recorded.filter(earliest::isBefore).orElse(earliest);
    }

    private static Instant time(String text, ZoneId zone) {
        return LocalDateTime.parse(text, TIME).atZone(zone).toInstant();
    }
}
