package io.ordercore.domain.modification;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.LineLedger;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderModification;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.party.Recipient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Collects what a quote says, change by change. Lives within one method call. */
final class QuoteDraft {
    private final ModificationPolicy policy;
    private final ShippingRates rates;
    private final Quoting.Request request;
    private final Standing standing;
    private final Function<Sku, @Nullable SkuFacts> facts;
    private final Instant now;
    private final Order order;
    private final CurrencyUnit currency;
    private final Map<Integer, OrderLine> lines = new LinkedHashMap<>();
    private final List<RuledChange> ruled = new ArrayList<>();
    private final List<QuoteProblem> problems = new ArrayList<>();
    private final Map<Integer, Integer> taken = new TreeMap<>();
    private final Map<Integer, Integer> grown = new TreeMap<>();
    private final List<AddedLine> added = new ArrayList<>();
    private final Map<Sku, Long> needed = new HashMap<>();
    private final Set<Integer> recalls = new TreeSet<>();
    private final Set<Agreement> agreements = EnumSet.noneOf(Agreement.class);
    private final Set<ChangeKind> seen = EnumSet.noneOf(ChangeKind.class);
    private Recipient recipient;

    QuoteDraft(
            ModificationPolicy policy,
            ShippingRates rates,
            Quoting.Request request,
            Standing standing,
            Function<Sku, @Nullable SkuFacts> facts,
            Instant now) {
        this.policy = policy;
        this.rates = rates;
        this.request = request;
        this.standing = standing;
        this.facts = facts;
        this.now = now;
        this.order = standing.order();
        this.currency = order.snapshot().shipping().getCurrencyUnit();
        this.recipient = order.recipient();
        order.lines().forEach(line -> lines.put(line.number(), line));
    }

    void add(RequestedChange change) {
        Stage stage = standing.stageOf(change, now);
        ruled.add(new RuledChange(
                change,
                stage,
                Rulings.rule(
                        policy, new Asked(change.kind(), stage, standing, request.actor(), request.proof(), now))));
        standing.toRecall(change, now).forEach(it -> recalls.add(it.id().number()));
        boolean again = !seen.add(change.kind());
        switch (change.kind()) {
            case ADDRESS, CONTACT -> redirect(change, again);
            case DELIVERY_WINDOW, NOTE -> contradictsIf(again);
            case VARIANT -> swap(change);
            case QUANTITY_UP -> grow(change);
            case QUANTITY_DOWN, DROP_LINE -> take(change, Agreement.RECEIVE_LESS);
            case ADD_LINE -> need(change, change.units());
            case CANCEL -> cancel(again);
        }
    }

    private void redirect(RequestedChange change, boolean again) {
        contradictsIf(again);
        Recipient before = recipient;
        recipient = new Recipient(
                change.contact() == null ? before.name() : change.contact().name(),
                change.contact() == null ? before.phone() : change.contact().phone(),
                change.address() == null ? before.address() : change.address());
        problemIf(recipient.equals(before), QuoteProblem.Reason.NOTHING_CHANGES);
        agreements.add(Agreement.NEW_DESTINATION);
    }

    private void cancel(boolean again) {
        contradictsIf(again || seen.size() > 1);
        lines.values().forEach(line -> {
            int left = line.ledger().cancellable() + line.ledger().inWarehouse();
            if (left > 0) {
                taken.put(line.number(), left);
            }
        });
        agreements.add(Agreement.RECEIVE_LESS);
    }

    private void swap(RequestedChange change) {
        OrderLine line = change.line() == null ? null : lines.get(change.line());
        if (line != null && line.sku().equals(change.sku())) {
            problem(QuoteProblem.Reason.NOTHING_CHANGES, 0);
            return;
        }
        int units = take(change, Agreement.RECEIVE_OTHER_GOODS);
        if (units > 0) {
            need(change, units);
        }
    }

    /** Takes units of a line; answers how many, 0 if it cannot. */
    private int take(RequestedChange change, Agreement agreement) {
        OrderLine line = change.line() == null ? null : lines.get(change.line());
        if (line == null) {
            problem(QuoteProblem.Reason.UNKNOWN_LINE, 0);
            return 0;
        }
        int left = Standing.left(line) - taken.getOrDefault(line.number(), 0);
        int units = change.units() == 0 ? left : change.units();
        if (units > left || units == 0) {
            problem(left == 0 ? QuoteProblem.Reason.NOTHING_CHANGES : QuoteProblem.Reason.TOO_MANY_UNITS, left);
            return 0;
        }
        contradictsIf(grown.containsKey(line.number()) || seen.contains(ChangeKind.CANCEL));
        taken.merge(line.number(), units, Integer::sum);
        agreements.add(agreement);
        return units;
    }

    private void grow(RequestedChange change) {
        OrderLine line = change.line() == null ? null : lines.get(change.line());
        if (line == null) {
            problem(QuoteProblem.Reason.UNKNOWN_LINE, 0);
            return;
        }
        contradictsIf(taken.containsKey(line.number()) || grown.containsKey(line.number()));
        Offer offer = available(line.sku(), change.units());
        if (offer == null) {
            return;
        }
        problemIf(line.ordered() + change.units() > PurchaseLine.MOST_UNITS, QuoteProblem.Reason.TOO_MANY_UNITS);
        if (offer.price().equals(line.unitPrice()) && line.discount().isZero()) {
            grown.put(line.number(), change.units());
        } else {
            append(offer, change.units());
        }
    }

    private void need(RequestedChange change, int units) {
        Sku sku = change.sku();
        Offer offer = sku == null ? null : available(sku, units);
        if (offer != null) {
            append(offer, units);
        }
    }

    private void append(Offer offer, int units) {
        added.add(new AddedLine(offer.sku(), offer.title(), offer.price(), units));
        problemIf(lines.size() + added.size() > PurchaseRequest.MOST_LINES, QuoteProblem.Reason.TOO_MANY_LINES);
    }

    /** The offer, if that many more units can be promised. Nothing this request gives back counts: new before old. */
    private @Nullable Offer available(Sku sku, int units) {
        SkuFacts known = facts.apply(sku);
        if (known == null) {
            problem(QuoteProblem.Reason.UNKNOWN_SKU, 0);
            return null;
        }
        Offer offer = known.offer();
        long wanted = needed.merge(sku, (long) units, Long::sum);
        int before = problems.size();
        problemIf(!offer.merchant().equals(order.merchant()), QuoteProblem.Reason.OTHER_MERCHANT);
        problemIf(!offer.orderable(), QuoteProblem.Reason.NOT_ORDERABLE);
        problemIf(!offer.price().getCurrencyUnit().equals(currency), QuoteProblem.Reason.OTHER_CURRENCY);
        if (wanted > known.available()) {
            problem(QuoteProblem.Reason.INSUFFICIENT_STOCK, Math.max(0, known.available()));
        }
        return problems.size() == before ? offer : null;
    }

    Quote done() {
        Ruled overall =
                ruled.stream().map(RuledChange::ruled).reduce(Ruled::and).orElseThrow();
        List<QuotedLine> quoted = quotedLines();
        Money goodsDifference = quoted.stream().map(QuotedLine::difference).reduce(nothing(), Money::plus);
        Money before = order.payable();
        Money goodsBefore =
                lines.values().stream().map(line -> withoutUnits(line, 0)).reduce(nothing(), Money::plus);
        Money goodsAfter = goodsBefore.plus(goodsDifference);
        boolean nothingLeft = added.isEmpty()
                && lines.values().stream()
                        .allMatch(line -> Standing.left(line) == taken.getOrDefault(line.number(), 0));
        Money fee = nothingLeft ? nothing() : fee(overall);
        Money shipping = order.snapshot().shipping();
        Money rerated = notBelowZero(shipping.plus(rates.rate(recipient.address(), goodsAfter))
                .minus(rates.rate(order.recipient().address(), goodsBefore)));
        Money shippingAfter = nothingLeft ? nothing() : rerated.plus(fee);
        Money after = goodsAfter.plus(shippingAfter);
        Money owed = isPaid() ? after.minus(order.paid()) : nothing();
        agree(fee, owed);
        return new Quote(
                order.version(),
                policy.version(),
                ruled,
                overall,
                problems,
                quoted,
                goodsDifference,
                shippingAfter.minus(fee).minus(shipping),
                fee,
                before,
                after,
                notBelowZero(owed),
                notBelowZero(owed.negated()),
                agreements,
                alternatives(overall),
                List.copyOf(recalls),
                new OrderModification(
                        request.reference(),
                        taken,
                        grown,
                        added,
                        recipient.equals(order.recipient()) ? null : recipient,
                        nothingLeft ? shipping : shippingAfter),
                request.until());
    }

    private List<QuotedLine> quotedLines() {
        List<QuotedLine> quoted = new ArrayList<>();
        for (OrderLine line : lines.values()) {
            int less = taken.getOrDefault(line.number(), 0);
            int more = grown.getOrDefault(line.number(), 0);
            if (less + more > 0) {
                int left = Standing.left(line);
                Money worthLess = withoutUnits(line, less).minus(withoutUnits(line, 0));
                quoted.add(new QuotedLine(
                        line.number(),
                        line.sku(),
                        line.title(),
                        line.unitPrice(),
                        left,
                        left - less + more,
                        line.unitPrice().multipliedBy(more).plus(worthLess)));
            }
        }
        added.forEach(it -> quoted.add(new QuotedLine(
                0,
                it.sku(),
                it.title(),
                it.unitPrice(),
                0,
                it.units(),
                it.unitPrice().multipliedBy(it.units()))));
        return quoted;
    }

    /** What a line costs when {@code units} more of it are cancelled, exactly as the order will count it. */
    private static Money withoutUnits(OrderLine line, int units) {
        LineLedger ledger = line.ledger();
        OrderLine after = new OrderLine(
                line.number(),
                line.sku(),
                line.title(),
                line.unitPrice(),
                line.discount(),
                LineLedger.of(Map.of(
                        Quantity.ORDERED, line.ordered(), Quantity.CANCELLED, ledger.get(Quantity.CANCELLED) + units)));
        return after.payable().minus(after.cancelledValue());
    }

    private Money fee(Ruled overall) {
        return overall.fees().stream()
                .map(kind -> policy.fee(kind, currency).orElse(nothing()))
                .reduce(nothing(), Money::plus);
    }

    private List<PricedAlternative> alternatives(Ruled overall) {
        return overall.alternatives().stream()
                .map(way -> new PricedAlternative(way, price(way)))
                .toList();
    }

    private @Nullable Money price(Alternative way) {
        Money sum = nothing();
        for (FeeKind kind : way.fees()) {
            Money fee = policy.fee(kind, currency).orElse(null);
            if (fee == null) {
                return null;
            }
            sum = sum.plus(fee);
        }
        return sum;
    }

    private void agree(Money fee, Money owed) {
        if (owed.isPositive()) {
            agreements.add(Agreement.PAY_DIFFERENCE);
        }
        if (fee.isPositive()) {
            agreements.add(Agreement.PAY_FEE);
        }
        if (!recalls.isEmpty()) {
            agreements.add(Agreement.SENT_LATER);
        }
    }

    private boolean isPaid() {
        return order.status() != OrderStatus.PENDING_PAYMENT;
    }

    private Money nothing() {
        return Money.zero(currency);
    }

    private Money notBelowZero(Money amount) {
        return amount.isNegative() ? nothing() : amount;
    }

    private void contradictsIf(boolean holds) {
        problemIf(holds, QuoteProblem.Reason.CONTRADICTS_ANOTHER_CHANGE);
    }

    private void problemIf(boolean holds, QuoteProblem.Reason reason) {
        if (holds) {
            problem(reason, 0);
        }
    }

    private void problem(QuoteProblem.Reason reason, long available) {
        problems.add(new QuoteProblem(ruled.size() - 1, reason, available));
    }
}
