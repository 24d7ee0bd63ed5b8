package io.ordercore.domain.modification;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderModification;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.DeliveryWishes;
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
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Collects what a quote says, change by change. Lives within one method call. */
final class QuoteDraft {
    private final ModificationPolicy policy;
    private final Tariff tariff;
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
    private final TurnedParcels parcels = new TurnedParcels();
    private Recipient recipient;
    private DeliveryWishes wishes;

    QuoteDraft(
            ModificationPolicy policy,
            Tariff tariff,
            Quoting.Request request,
            Standing standing,
            Function<Sku, @Nullable SkuFacts> facts,
            Instant now) {
        this.policy = policy;
        this.tariff = tariff;
        this.request = request;
        this.standing = standing;
        this.facts = facts;
        this.now = now;
        this.order = standing.order();
        this.currency = order.snapshot().shipping().getCurrencyUnit();
        this.recipient = order.recipient();
        this.wishes = order.wishes();
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
            case DELIVERY_WINDOW, NOTE -> wish(wanted(change), again);
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
            parcels.add(parcel);
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
            case DELIVERY_WINDOW -> wish(wanted(change), again);
            case NOTE, QUANTITY_UP, QUANTITY_DOWN, ADD_LINE, DROP_LINE -> contradictsIf(again);
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
        contradictsIf(parcels.isSwapped(line));
        int onTheRoad = parcels.units(line);
        int units = change.units() == 0 ? onTheRoad : change.units();
        if (units > onTheRoad || units == 0) {
            problem(QuoteProblem.Reason.TOO_MANY_UNITS, onTheRoad);
            return;
        }
        Offer offer = available(sku, units);
        if (offer != null) {
            parcels.swap(line, new AddedLine(offer.sku(), offer.title(), offer.price(), units));
            agreements.add(Agreement.RECEIVE_OTHER_GOODS);
            agreements.add(Agreement.SENT_LATER);
        }
    }

    private void wish(DeliveryWishes wanted, boolean again) {
        contradictsIf(again);
        problemIf(wanted.equals(wishes), QuoteProblem.Reason.NOTHING_CHANGES);
        DeliveryWindow window = wanted.window();
        problemIf(
                window != null
                        && !window.equals(wishes.window())
                        && !window.to().isAfter(now),
                QuoteProblem.Reason.WINDOW_OVER);
        wishes = wanted;
    }

    private DeliveryWishes wanted(RequestedChange change) {
        DeliveryWindow window = change.window();
        String note = change.note();
        DeliveryWishes wanted = window == null ? wishes : wishes.within(window);
        return note == null ? wanted : wanted.noting(note);
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
        List<QuotedLine> later = parcels.quoted(lines);
        List<QuotedLine> quoted = quotedLines();
        quoted.addAll(later);
        boolean empty = added.isEmpty()
                && lines.values().stream()
                        .allMatch(line -> Standing.left(line) == taken.getOrDefault(line.number(), 0));
        QuotedMoney money = QuotedMoney.of(order, quoted, later, fee(overall), tariff(), destination(), empty);
        agree(money);
        Money refundable = standing.refundable();
        problemIf(refundable != null && money.refund().isGreaterThan(refundable), QuoteProblem.Reason.DISPUTED);
        return new Quote(
                order.version(),
                policy.version(),
                ruled,
                overall,
                problems,
                quoted,
                money.goodsDifference(),
                money.shippingDifference(),
                money.fee(),
                money.before(),
                money.after(),
                money.taxBefore(),
                money.taxAfter(),
                money.due(),
                money.refund(),
                agreements,
                alternatives(overall),
                List.copyOf(recalls),
                way,
                parcels.resends(way == Alternative.INTERCEPT_AND_RESHIP),
                new OrderModification(
                        request.reference(),
                        taken,
                        grown,
                        added,
                        way != null || recipient.equals(order.recipient()) ? null : recipient,
                        way != null || wishes.equals(order.wishes()) ? null : wishes,
                        money.shipping()),
                request.until());
    }

    /** A parcel that was sent already is not rated anew. */
    private Tariff tariff() {
        return way == null ? tariff : new Tariff(ShippingRates.FREE, tariff.taxes());
    }

    private Address destination() {
        return way == null ? recipient.address() : order.recipient().address();
    }

    private List<QuotedLine> quotedLines() {
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

    private Money fee(Ruled overall) {
        return overall.fees().stream()
                .map(kind -> policy.fee(kind, currency).orElse(nothing()))
                .reduce(nothing(), Money::plus)
                .multipliedBy(way == null ? 1 : parcels.count());
    }

    /** The ways left by the ruling, and those to what no ruling stands in the way of. */
    private List<PricedAlternative> alternatives(Ruled overall) {
        return Stream.concat(
                        overall.alternatives().stream(),
                        problems.stream().flatMap(problem -> problem.reason().ways().stream()))
                .distinct()
                .map(other -> new PricedAlternative(other, price(other)))
                .toList();
    }

    /** What a way costs for all the parcels it takes. */
    private @Nullable Money price(Alternative other) {
        Money sum = nothing();
        for (FeeKind kind : other.fees()) {
            Money fee = policy.fee(kind, currency).orElse(null);
            if (fee == null) {
                return null;
            }
            sum = sum.plus(fee);
        }
        return other.aim().isPresent() ? sum.multipliedBy(Math.max(1, onTheRoad())) : sum;
    }

    private long onTheRoad() {
        return request.changes().stream()
                .flatMap(change -> standing.onTheRoad(change, now).stream())
                .distinct()
                .count();
    }

    private void agree(QuotedMoney money) {
        if (money.owed().isPositive()) {
            agreements.add(Agreement.PAY_DIFFERENCE);
        }
        if (money.fee().isPositive()) {
            agreements.add(Agreement.PAY_FEE);
        }
        if (!recalls.isEmpty()) {
            agreements.add(Agreement.SENT_LATER);
        }
        if (way != null) {
            agreements.add(Agreement.NOT_GUARANTEED);
        }
    }

    private Money nothing() {
        return Money.zero(currency);
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
