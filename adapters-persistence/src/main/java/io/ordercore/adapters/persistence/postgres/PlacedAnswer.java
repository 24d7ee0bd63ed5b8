package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.order.OrderIntake.PlacedOrder;
import io.ordercore.application.order.OrderIntake.PlacedPurchase;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.LoweredPrice;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.party.MerchantId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What is remembered of a placed purchase: {@code <id> <currency> <merchant>:<minor units> ...}, one entry per order, then
 * {@code /<line>:<SKU>:<seen>:<charged>} for every line that cost less than the buyer had seen.
 */
final class PlacedAnswer {
    private PlacedAnswer() {}

    static String write(PlacedPurchase purchase) {
        StringBuilder text = new StringBuilder()
                .append(purchase.id())
                .append(' ')
                .append(purchase.total().getCurrencyUnit().getCode());
        for (PlacedOrder order : purchase.orders()) {
            text.append(' ')
                    .append(order.merchant())
                    .append(':')
                    .append(order.total().getAmountMinorLong());
        }
        for (LoweredPrice line : purchase.lowered()) {
            text.append(" /")
                    .append(line.index())
                    .append(':')
                    .append(line.sku())
                    .append(':')
                    .append(line.seen().getAmountMinorLong())
                    .append(':')
                    .append(line.charged().getAmountMinorLong());
        }
        return text.toString();
    }

    static PlacedPurchase read(String text) {
        String[] words = text.split(" ", -1);
        List<PlacedOrder> orders = new ArrayList<>();
        List<LoweredPrice> lowered = new ArrayList<>(0);
        for (int i = 2; i < words.length; i++) {
            if (words[i].startsWith("/")) {
                lowered.add(lowered(words[1], words[i].substring(1).split(":", -1)));
                continue;
            }
            int colon = words[i].lastIndexOf(':');
            orders.add(new PlacedOrder(
                    new MerchantId(words[i].substring(0, colon)),
                    Sql.money(words[1], Long.parseLong(words[i].substring(colon + 1)))));
        }
        Money total = Money.total(orders.stream().map(PlacedOrder::total).toList());
        return new PlacedPurchase(PurchaseId.parse(words[0]), total, orders, lowered);
    }

    private static LoweredPrice lowered(String currency, String[] parts) {
        return new LoweredPrice(
                Integer.parseInt(parts[0]),
                new Sku(parts[1]),
                Sql.money(currency, Long.parseLong(parts[2])),
                Sql.money(currency, Long.parseLong(parts[3])));
    }
}
