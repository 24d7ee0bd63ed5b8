package io.ordercore.domain.modification;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.order.LineLedger;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderModification;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.Recipient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
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
    private final Instant now;
    private final Order order;
    private final CurrencyUnit currency;
    private final List<RuledChange> ruled = new ArrayList<>();
    private final Problems problems = new Problems();
    private final GoodsDraft goods;
    private final TurnedParcels parcels = new TurnedParcels();
    private final Set<Integer> recalls = new TreeSet<>();
    private final Set<Agreement> agreements = EnumSet.noneOf(Agreement.class);
    private final Set<ChangeKind> seen = EnumSet.noneOf(ChangeKind.class);
    private final @Nullable Alternative way;
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
        this.now = now;
        this.order = standing.order();
        this.currency = order.snapshot().shipping().getCurrencyUnit();
        this.goods = new GoodsDraft(order, facts, problems);
        this.recipient = order.recipient();
        this.wishes = order.wishes();
        this.way = request.way();
    }

    void add(RequestedChange change) {
        problems.nextChange();
        Stage stage = standing.stageOf(change, now);
        Asked asked = new Asked(change.kind(), stage, standing, request.actor(), request.proof(), now);
        ruled.add(new RuledChange(
                change, stage, way == null ? Rulings.rule(policy, asked) : Rulings.rule(policy, asked, way)));
        boolean again = !seen.add(change.kind());
        if (way != null) {
            turn(change, again);
            return;
        }
        standing.toRecall(change, now).forEach(it -> recalls.add(it.id().number()));
        switch (change.kind()) {
            case ADDRESS, CONTACT -> redirect(change, again);
            case DELIVERY_WINDOW, NOTE -> wish(change, again);
            case VARIANT -> agreeIf(goods.swap(change), Agreement.RECEIVE_OTHER_GOODS);
            case QUANTITY_UP -> goods.grow(change);
            case QUANTITY_DOWN, DROP_LINE -> agreeIf(goods.take(change) > 0, Agreement.RECEIVE_LESS);
            case ADD_LINE -> goods.need(change, change.units());
            case CANCEL -> cancel(ledger -> ledger.cancellable() + ledger.inWarehouse(), again);
        }
    }

    /** What the carrier is asked to do about the parcels a change touches. */
    private void turn(RequestedChange change, boolean again) {
        for (Fulfilment parcel : standing.onTheRoad(change, now)) {
            parcels.add(parcel);
            problems.addIf(
                    standing.intercepted().contains(parcel.id().number()), QuoteProblem.Reason.ALREADY_INTERCEPTED);
        }
        switch (change.kind()) {
            case ADDRESS, CONTACT -> redirect(change, again);
            case DELIVERY_WINDOW -> wish(change, again);
            case VARIANT -> sendInstead(change);
            case CANCEL -> cancel(LineLedger::cancellable, again);
            case NOTE, QUANTITY_UP, QUANTITY_DOWN, ADD_LINE, DROP_LINE -> problems.contradictionIf(again);
        }
    }

    /** Other goods once the parcel is back; until then nothing is taken from the shelf for it. */
    private void sendInstead(RequestedChange change) {
        OrderLine line = goods.line(change);
        Sku sku = change.sku();
        if (line == null || sku == null) {
            return;
        }
        problems.addIf(line.sku().equals(sku), QuoteProblem.Reason.NOTHING_CHANGES);
        problems.contradictionIf(parcels.isSwapped(line));
        int onTheRoad = parcels.units(line);
        int units = change.units() == 0 ? onTheRoad : change.units();
        if (units > onTheRoad || units == 0) {
            problems.add(QuoteProblem.Reason.TOO_MANY_UNITS, onTheRoad);
            return;
        }
        Offer offer = goods.available(sku, units);
        if (offer != null) {
            parcels.swap(line, new AddedLine(offer.sku(), offer.title(), offer.price(), units));
            agreements.add(Agreement.RECEIVE_OTHER_GOODS);
            agreements.add(Agreement.SENT_LATER);
        }
    }

    private void cancel(ToIntFunction<LineLedger> available, boolean again) {
        problems.contradictionIf(again || seen.size() > 1);
        goods.takeAll(available);
        agreements.add(Agreement.RECEIVE_LESS);
    }

    private void wish(RequestedChange change, boolean again) {
        DeliveryWindow window = change.window();
        String note = change.note();
        DeliveryWishes before = wishes;
        wishes = window == null ? wishes : wishes.within(window);
        wishes = note == null ? wishes : wishes.noting(note);
        problems.contradictionIf(again);
        problems.addIf(wishes.equals(before), QuoteProblem.Reason.NOTHING_CHANGES);
        problems.addIf(window != null && !window.to().isAfter(now), QuoteProblem.Reason.WINDOW_OVER);
    }

    private void redirect(RequestedChange change, boolean again) {
        problems.contradictionIf(again);
        Recipient before = recipient;
        recipient = new Recipient(
                change.contact() == null ? before.name() : change.contact().name(),
                change.contact() == null ? before.phone() : change.contact().phone(),
                change.address() == null ? before.address() : change.address());
        problems.addIf(recipient.equals(before), QuoteProblem.Reason.NOTHING_CHANGES);
        agreements.add(Agreement.NEW_DESTINATION);
    }

    Quote done() {
        Ruled overall =
                ruled.stream().map(RuledChange::ruled).reduce(Ruled::and).orElseThrow();
        List<QuotedLine> later = parcels.quoted(goods.lines());
        List<QuotedLine> quoted = goods.quoted();
        quoted.addAll(later);
        QuotedMoney money =
                QuotedMoney.of(order, quoted, later, fee(overall), tariff(), destination(), goods.isEmpty());
        agree(money);
        Money refundable = standing.refundable();
        problems.addIf(refundable != null && money.refund().isGreaterThan(refundable), QuoteProblem.Reason.DISPUTED);
        return new Quote(
                order.version(),
                policy.version(),
                ruled,
                overall,
                problems.all(),
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
                        goods.taken(),
                        goods.grown(),
                        goods.added(),
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
                        problems.all().stream().flatMap(problem -> problem.reason().ways().stream()))
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
        agreeIf(money.owed().isPositive(), Agreement.PAY_DIFFERENCE);
        agreeIf(money.fee().isPositive(), Agreement.PAY_FEE);
        agreeIf(!recalls.isEmpty(), Agreement.SENT_LATER);
        agreeIf(way != null, Agreement.NOT_GUARANTEED);
    }

    private void agreeIf(boolean holds, Agreement agreement) {
        if (holds) {
            agreements.add(agreement);
        }
    }

    private Money nothing() {
        return Money.zero(currency);
    }
}
