package io.ordercore.domain.modification;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.intercept.Resend;
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
    private final @Nullable Alternative way;
    private final Map<Integer, Fulfilment> parcels = new TreeMap<>();
    private final Map<Integer, Resend> swaps = new TreeMap<>();
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
        this.way = request.way();
        order.lines().forEach(line -> lines.put(line.number(), line));
    }

    void add(RequestedChange change) {
        Stage stage = standing.stageOf(change, now);
        Asked asked = new Asked(change.kind(), stage, standing, request.actor(), request.proof(), now);
        ruled.add(new RuledChange(
                change, stage, way == null ? Rulings.rule(policy, asked) : Rulings.rule(policy, asked, way)));
        if (way != null) {
            turn(change);
            return;
        }
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

    /** What the carrier is asked to do about the parcels a change touches. */
    private void turn(RequestedChange change) {
        boolean again = !seen.add(change.kind());
        for (Fulfilment parcel : standing.onTheRoad(change, now)) {
            parcels.put(parcel.id().number(), parcel);
            problemIf(standing.intercepted().contains(parcel.id().number()), QuoteProblem.Reason.ALREADY_INTERCEPTED);
        }
        switch (change.kind()) {
            case ADDRESS, CONTACT -> redirect(change, again);
            case VARIANT -> sendInstead(change);
            case CANCEL -> {
                contradictsIf(again || seen.size() > 1);
                lines.values().stream()
                        .filter(line -> line.ledger().cancellable() > 0)
                        .forEach(line -> taken.put(line.number(), line.ledger().cancellable()));
                agreements.add(Agreement.RECEIVE_LESS);
            }
            case DELIVERY_WINDOW, NOTE, QUANTITY_UP, QUANTITY_DOWN, ADD_LINE, DROP_LINE -> contradictsIf(again);
        }
    }

    /** Other goods once the parcel is back; until then nothing is taken from the shelf for it. */
    private void sendInstead(RequestedChange change) {
        OrderLine line = change.line() == null ? null : lines.get(change.line());
        Sku sku = change.sku();
        if (line == null || sku == null) {
            problem(QuoteProblem.Reason.UNKNOWN_LINE, 0);
            return;
        }
        problemIf(line.sku().equals(sku), QuoteProblem.Reason.NOTHING_CHANGES);
        contradictsIf(swaps.containsKey(line.number()));
        int onTheRoad = parcels.values().stream()
                .mapToInt(parcel -> parcel.units().getOrDefault(line.number(), 0))
                .sum();
        int units = change.units() == 0 ? onTheRoad : change.units();
        if (units > onTheRoad || units == 0) {
            problem(QuoteProblem.Reason.TOO_MANY_UNITS, onTheRoad);
            return;
        }
        Offer offer = available(sku, units);
        if (offer != null) {
            swaps.put(
                    line.number(),
                    new Resend(line.number(), units, new AddedLine(offer.sku(), offer.title(), offer.price(), units)));
            agreements.add(Agreement.RECEIVE_OTHER_GOODS);
            agreements.add(Agreement.SENT_LATER);
        }
    }

    /** What is sent when the parcels are back: the other goods, and again what stays as it was. */
    private Map<Integer, List<Resend>> resends() {
        Map<Integer, Integer> swapped = new HashMap<>();
        Map<Integer, List<Resend>> sent = new TreeMap<>();
        parcels.forEach((number, parcel) -> {
            List<Resend> instead = new ArrayList<>();
            if (way == Alternative.INTERCEPT_AND_RESHIP) {
                parcel.units().forEach((line, units) -> {
                    Resend swap = swaps.get(line);
                    AddedLine other = swap == null ? null : swap.instead();
                    int before = swapped.getOrDefault(line, 0);
                    int here = swap == null ? 0 : Math.min(units, swap.units() - before);
                    if (here > 0 && other != null) {
                        instead.add(new Resend(
                                line, here, new AddedLine(other.sku(), other.title(), other.unitPrice(), here)));
                        swapped.put(line, before + here);
                    }
                    if (units > here) {
                        instead.add(new Resend(line, units - here, null));
                    }
                });
            }
            sent.put(number, instead);
        });
        return sent;
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
        Money later = swaps.values().stream()
                .flatMap(swap -> swapped(swap).stream())
                .map(QuotedLine::difference)
                .reduce(nothing(), Money::plus);
        Money goodsAfter = goodsBefore.plus(goodsDifference).minus(later);
        boolean nothingLeft = added.isEmpty()
                && lines.values().stream()
                        .allMatch(line -> Standing.left(line) == taken.getOrDefault(line.number(), 0));
        Money fee = nothingLeft ? nothing() : fee(overall);
        Money shipping = order.snapshot().shipping();
        Money rerated = way != null
                ? shipping
                : notBelowZero(shipping.plus(rates.rate(recipient.address(), goodsAfter))
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
                way,
                resends(),
                new OrderModification(
                        request.reference(),
                        taken,
                        grown,
                        added,
                        way != null || recipient.equals(order.recipient()) ? null : recipient,
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
        swaps.values().forEach(swap -> quoted.addAll(swapped(swap)));
        return quoted;
    }

    /** The line that comes back and the one that is sent instead; what the one is worth is settled when it is back. */
    private List<QuotedLine> swapped(Resend swap) {
        OrderLine old = lines.get(swap.line());
        AddedLine other = swap.instead();
        if (old == null || other == null) {
            return List.of();
        }
        int left = Standing.left(old);
        Money worth = withoutUnits(old, swap.units()).minus(withoutUnits(old, 0));
        return List.of(
                new QuotedLine(old.number(), old.sku(), old.title(), old.unitPrice(), left, left - swap.units(), worth),
                new QuotedLine(
                        0,
                        other.sku(),
                        other.title(),
                        other.unitPrice(),
                        0,
                        swap.units(),
                        other.unitPrice().multipliedBy(swap.units())));
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
                LineLedger.of(Map.of(Quantity.ORDERED, line.ordered(), Quantity.CANCELLED, ledger.gone() + units)));
        return after.payable().minus(after.goneValue());
    }

    private Money fee(Ruled overall) {
        return overall.fees().stream()
                .map(kind -> policy.fee(kind, currency).orElse(nothing()))
                .reduce(nothing(), Money::plus)
                .multipliedBy(way == null ? 1 : parcels.size());
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
