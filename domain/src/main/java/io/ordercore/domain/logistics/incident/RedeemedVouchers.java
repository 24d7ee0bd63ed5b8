package io.ordercore.domain.logistics.incident;

import io.ordercore.domain.money.Apportionment;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.joda.money.Money;

/**
 * What of an order's vouchers goes back with goods that are not bought after all: a fold over the order's history, so that the
 * same event gives the same answer however often it is told. Over any sequence of cancellations and refunds of all units it is
 * exactly what the voucher was worth. Goods sent again take their part along.
 */
public final class RedeemedVouchers {
    private static final String LINE = "line.";
    private static final String FEWER = ".fewer";

    /** A voucher's part in a line: of how many units, and how many of them are gone. */
    private record Part(Money amount, int units, int gone) {
        int going(int asked) {
            return Math.min(asked, units - gone);
        }

        Money worth(int going) {
            return Apportionment.slice(amount, units, gone, going);
        }

        Part without(int going) {
            return new Part(amount, units, gone + going);
        }
    }

    /** A voucher and its part in each line. */
    private record Redeemed(Money worth, Map<Integer, Part> parts) {}

    /** What goes back of one voucher; {@code whole} if it is all of it, at once. */
    public record Return(String voucher, Money amount, boolean whole) {}

    private final Order order;
    private final Map<String, Redeemed> vouchers = new LinkedHashMap<>();

    private RedeemedVouchers(Order order) {
        this.order = order;
    }

    /**
     * What goes back because of an event.
     *
     * @param order as it is now
     * @param history of the order, the earliest first, at least up to the event
     */
    public static List<Return> returnedBy(OrderEvent event, Order order, List<OrderEvent> history) {
        RedeemedVouchers fold = new RedeemedVouchers(order);
        for (OrderEvent earlier : history) {
            if (earlier.sequence() < event.sequence()) {
                List<Return> unused = fold.take(earlier);
            }
        }
        return fold.take(event);
    }

    private List<Return> take(OrderEvent event) {
        OrderEventType type = event.type();
        Map<String, String> facts = event.facts();
        if (type == OrderEventType.VOUCHER_REDEEMED) {
            return redeemed(facts);
        } else if (type == OrderEventType.EXPIRED) {
            return back((line, part) -> part.units());
        } else if (type == OrderEventType.REPLACED) {
            return replaced(facts);
        } else if (type == OrderEventType.LINES_CANCELLED || type == OrderEventType.UNITS_REFUNDED) {
            Map<Integer, Integer> units = counts(facts, "");
            return back((line, part) -> units.getOrDefault(line, 0));
        } else if (type == OrderEventType.MODIFIED) {
            Map<Integer, Integer> fewer = counts(facts, FEWER);
            return back((line, part) -> fewer.getOrDefault(line, 0));
        }
        return List.of();
    }

    private List<Return> redeemed(Map<String, String> facts) {
        Map<Integer, Part> parts = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (name.startsWith(LINE)) {
                int line = Integer.parseInt(name.substring(LINE.length()));
                parts.put(
                        line,
                        new Part(Money.parse(value), Integer.parseInt(facts.getOrDefault("units." + line, "1")), 0));
            }
        });
        vouchers.put(
                facts.getOrDefault("voucher", ""), new Redeemed(Money.parse(facts.getOrDefault("amount", "")), parts));
        return List.of();
    }

    private List<Return> back(BiFunction<Integer, Part, Integer> units) {
        List<Return> all = new ArrayList<>();
        vouchers.forEach((voucher, redeemed) -> {
            Money sum = Money.zero(redeemed.worth().getCurrencyUnit());
            for (Map.Entry<Integer, Part> entry : redeemed.parts().entrySet()) {
                Part part = entry.getValue();
                int going = part.going(units.apply(entry.getKey(), part));
                sum = sum.plus(part.worth(going));
                entry.setValue(part.without(going));
            }
            if (sum.isPositive()) {
                all.add(new Return(voucher, sum, sum.isEqual(redeemed.worth())));
            }
        });
        return all;
    }

    /** The same again for what was paid takes the part along; other goods are paid in full, and the part goes back. */
    private List<Return> replaced(Map<String, String> facts) {
        Map<Integer, Integer> units = counts(facts, "");
        int by = Integer.parseInt(facts.getOrDefault("by", "0"));
        boolean theSameAgain = order.line(by)
                .map(OrderLine::discount)
                .filter(Money::isPositive)
                .isPresent();
        if (!theSameAgain) {
            return back((line, part) -> units.getOrDefault(line, 0));
        }
        for (Redeemed redeemed : vouchers.values()) {
            units.forEach((line, count) -> takeAlong(redeemed.parts(), line, count, by));
        }
        return List.of();
    }

    private static void takeAlong(Map<Integer, Part> parts, int line, int count, int by) {
        Part part = parts.get(line);
        int going = part == null ? 0 : part.going(count);
        if (part != null && going > 0) {
            parts.put(line, part.without(going));
            parts.put(by, new Part(part.worth(going), going, 0));
        }
    }

    private static Map<Integer, Integer> counts(Map<String, String> facts, String suffix) {
        Map<Integer, Integer> counts = new TreeMap<>();
        facts.forEach((name, value) -> {
            if (name.matches("line\\.[0-9]+" + suffix.replace(".", "\\."))) {
                counts.put(
                        Integer.valueOf(name.substring(LINE.length(), name.length() - suffix.length())),
                        Integer.valueOf(value));
            }
        });
        return counts;
    }
}
