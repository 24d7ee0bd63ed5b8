package io.ordercore.domain.modification;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.LineLedger;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.order.SkuFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What becomes of an order's goods, change by change: units taken, more of a line, new lines. Lives within one method call. */
final class GoodsDraft {
    private final Order order;
    private final Function<Sku, @Nullable SkuFacts> facts;
    private final Problems problems;
    private final Map<Integer, OrderLine> lines = new LinkedHashMap<>();
    private final Map<Integer, Integer> taken = new TreeMap<>();
    private final Map<Integer, Integer> grown = new TreeMap<>();
    private final List<AddedLine> added = new ArrayList<>();
    private final Map<Sku, Long> needed = new HashMap<>();
    private boolean cancelled;

    GoodsDraft(Order order, Function<Sku, @Nullable SkuFacts> facts, Problems problems) {
        this.order = order;
        this.facts = facts;
        this.problems = problems;
        order.lines().forEach(line -> lines.put(line.number(), line));
    }

    Map<Integer, OrderLine> lines() {
        return lines;
    }

    Map<Integer, Integer> taken() {
        return taken;
    }

    Map<Integer, Integer> grown() {
        return grown;
    }

    List<AddedLine> added() {
        return added;
    }

    /** Whether all of the order is cancelled then. What was sent and came back was carried for a price: it counts as sent. */
    boolean isEmpty() {
        return added.isEmpty()
                && grown.isEmpty()
                && lines.values().stream().allMatch(line -> line.uncancelled() == taken.getOrDefault(line.number(), 0));
    }

    /** The line a change is about; null, and a problem, if there is none. */
    @Nullable
    OrderLine line(RequestedChange change) {
        OrderLine line = change.line() == null ? null : lines.get(change.line());
        problems.addIf(line == null, QuoteProblem.Reason.UNKNOWN_LINE);
        return line;
    }

    /** Takes of every line what can be taken of it. */
    void takeAll(ToIntFunction<LineLedger> available) {
        cancelled = true;
        lines.values().forEach(line -> {
            int left = available.applyAsInt(line.ledger());
            if (left > 0) {
                taken.put(line.number(), left);
            }
        });
    }

    /** Other goods for units of a line. Answers whether that can be. */
    boolean swap(RequestedChange change) {
        OrderLine line = change.line() == null ? null : lines.get(change.line());
        if (line != null && line.sku().equals(change.sku())) {
            problems.add(QuoteProblem.Reason.NOTHING_CHANGES, 0);
            return false;
        }
        int units = take(change);
        if (units > 0) {
            need(change, units);
        }
        return units > 0;
    }

    /** Takes units of a line; answers how many, 0 if it cannot. */
    int take(RequestedChange change) {
        OrderLine line = line(change);
        if (line == null) {
            return 0;
        }
        int left = Standing.left(line) - taken.getOrDefault(line.number(), 0);
        int units = change.units() == 0 ? left : change.units();
        if (units > left || units == 0) {
            problems.add(left == 0 ? QuoteProblem.Reason.NOTHING_CHANGES : QuoteProblem.Reason.TOO_MANY_UNITS, left);
            return 0;
        }
        problems.contradictionIf(grown.containsKey(line.number()) || cancelled);
        taken.merge(line.number(), units, Integer::sum);
        return units;
    }

    /** More of a line: beside it where the price is another one by now. */
    void grow(RequestedChange change) {
        OrderLine line = line(change);
        if (line == null) {
            return;
        }
        problems.contradictionIf(taken.containsKey(line.number()) || grown.containsKey(line.number()));
        Offer offer = available(line.sku(), change.units());
        if (offer == null) {
            return;
        }
        problems.addIf(line.ordered() + change.units() > PurchaseLine.MOST_UNITS, QuoteProblem.Reason.TOO_MANY_UNITS);
        if (offer.price().equals(line.unitPrice()) && line.discount().isZero()) {
            grown.put(line.number(), change.units());
        } else {
            append(offer, change.units());
        }
    }

    void need(RequestedChange change, int units) {
        Sku sku = change.sku();
        Offer offer = sku == null ? null : available(sku, units);
        if (offer != null) {
            append(offer, units);
        }
    }

    private void append(Offer offer, int units) {
        added.add(new AddedLine(offer.sku(), offer.title(), offer.price(), units));
        problems.addIf(lines.size() + added.size() > PurchaseRequest.MOST_LINES, QuoteProblem.Reason.TOO_MANY_LINES);
    }

    /** The offer, if that many more units can be promised. Nothing this request gives back counts: new before old. */
    @Nullable
    Offer available(Sku sku, int units) {
        SkuFacts known = facts.apply(sku);
        if (known == null) {
            problems.add(QuoteProblem.Reason.UNKNOWN_SKU, 0);
            return null;
        }
        Offer offer = known.offer();
        long wanted = needed.merge(sku, (long) units, Long::sum);
        int before = problems.count();
        problems.addIf(!offer.merchant().equals(order.merchant()), QuoteProblem.Reason.OTHER_MERCHANT);
        problems.addIf(!offer.orderable(), QuoteProblem.Reason.NOT_ORDERABLE);
        problems.addIf(
                !offer.price()
                        .getCurrencyUnit()
                        .equals(order.snapshot().shipping().getCurrencyUnit()),
                QuoteProblem.Reason.OTHER_CURRENCY);
        if (wanted > known.available()) {
            problems.add(QuoteProblem.Reason.INSUFFICIENT_STOCK, Math.max(0, known.available()));
        }
        return problems.count() == before ? offer : null;
    }

    /** What happens line by line; a list of the caller's own. */
    List<QuotedLine> quoted() {
        List<QuotedLine> quoted = new ArrayList<>();
        for (OrderLine line : lines.values()) {
            int fewer = taken.getOrDefault(line.number(), 0);
            int more = grown.getOrDefault(line.number(), 0);
            if (fewer + more > 0) {
                quoted.add(QuotedLine.of(line, fewer, more));
            }
        }
        added.forEach(line -> quoted.add(QuotedLine.of(line)));
        return quoted;
    }
}
