package io.ordercore.application.aftersale;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Store;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.ResendGoods;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.domain.aftersale.AfterSalePolicy;
import io.ordercore.domain.aftersale.AfterSaleRefusal;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Way;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.order.Aftercare;
import io.ordercore.domain.order.MerchantQuestion;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.party.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.Money;

/** What the use cases of this capability share: the policy's windows, and steps of an order in the running transaction. */
final class Caring {
    private final Store store;
    private final OrderChanges changes;
    private final AfterSalePolicy policy;
    private final OrderTerms terms;
    private final ResendGoods resending;
    private final Clock clock;

    Caring(
            Store store,
            OrderChanges changes,
            AfterSalePolicy policy,
            OrderTerms terms,
            ResendGoods resending,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.policy = policy;
        this.terms = terms;
        this.resending = resending;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Order order(OrderId id) {
        return store.orders().find(id).orElseThrow(() -> new UnknownOrderException(id));
    }

    /** The order's merchant has to decide something. */
    void ask(String question, Order about) {
        store.merchantQuestions().ask(MerchantQuestion.asked(question, about.merchant(), now()));
    }

    /** Somebody did, or nobody asks any more. */
    void decided(String question, Actor by) {
        store.merchantQuestions()
                .find(question)
                .map(open -> open.decided(by, now()))
                .ifPresent(store.merchantQuestions()::close);
    }

    /** Why this reason does not open this way for these lines now; empty if it does. */
    Set<AfterSaleRefusal> refusals(OrderId id, Reason reason, Way way, Map<Integer, Integer> lines) {
        Set<AfterSaleRefusal> reasons = EnumSet.noneOf(AfterSaleRefusal.class);
        AfterSalePolicy.Rule rule = policy.rule(reason);
        if (!rule.ways().contains(way)) {
            reasons.add(AfterSaleRefusal.NOT_FOR_THIS_REASON);
        }
        boolean inTime = lines.keySet().stream()
                .allMatch(line -> store.fulfilments().of(id).stream()
                        .anyMatch(it -> it.units().containsKey(line) && isWithin(it, rule)));
        if (!inTime) {
            reasons.add(AfterSaleRefusal.OUT_OF_WINDOW);
        }
        return reasons;
    }

    private boolean isWithin(Fulfilment fulfilment, AfterSalePolicy.Rule rule) {
        Instant delivered = fulfilment.deliveredAt();
        return delivered != null && delivered.plus(rule.window()).isAfter(now());
    }

    /** Why these units cannot be paid back now; empty if they can. */
    Set<AfterSaleRefusal> disputed(OrderId id, Map<Integer, Integer> units) {
        Order order = order(id);
        Money nothing = Money.zero(order.snapshot().shipping().getCurrencyUnit());
        Money worth = units.entrySet().stream()
                .flatMap(it -> order.line(it.getKey()).map(line -> worth(line, it.getValue())).stream())
                .reduce(nothing, Money::plus);
        return changes.holds(id.purchase(), worth) ? Set.of() : Set.of(AfterSaleRefusal.DISPUTED);
    }

    private static Money worth(OrderLine line, int units) {
        return line.valueOfNext(Math.min(units, line.ordered() - line.ledger().gone()));
    }

    /** A step that may be refused: of the reasons an order gives, what they mean here. */
    Set<AfterSaleRefusal> tried(OrderId id, String reference, Actor actor, Function<Aftercare, OrderDecision> step) {
        return step.apply(Aftercare.of(order(id), reference, terms, actor, now()))
                .decide(new OrderDecision.Cases<>() {
                    @Override
                    public Set<AfterSaleRefusal> changed(OrderDecision.Changed it) {
                        changes.save(it);
                        return Set.of();
                    }

                    @Override
                    public Set<AfterSaleRefusal> refused(OrderDecision.Refused it) {
                        return it.reasons().contains(OrderRefusal.WRONG_STATUS)
                                ? Set.of(AfterSaleRefusal.ORDER_CLOSED)
                                : Set.of(AfterSaleRefusal.NOT_THAT_MANY);
                    }
                });
    }

    /** A step that was agreed on before. */
    void must(OrderId id, String reference, Actor actor, Function<Aftercare, OrderDecision> step) {
        Set<AfterSaleRefusal> reasons = tried(id, reference, actor, step);
        if (!reasons.isEmpty()) {
            throw new StaleVersionException("order " + id + ", of which " + reference + " says otherwise: " + reasons);
        }
    }

    void supply(OrderId id, String reference, Actor actor) {
        resending.whatWaits(id, reference, actor, now());
    }
}
