package io.ordercore.application.modification;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.CutOff;
import io.ordercore.domain.modification.ModificationPolicy;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.Quoting;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.modification.Standing;
import io.ordercore.domain.modification.Tariff;
import io.ordercore.domain.order.MerchantQuestion;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.stock.StockMove;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the use cases of this capability share: how an order stands, what a change costs now, and carrying it out. */
final class Modifying {
    private static final Actor DEADLINE = Actor.system("quote-deadline");

    private final Store store;
    private final OrderChanges changes;
    private final ModificationPolicies policies;
    private final Tariff tariff;
    private final Parcels parcels;
    private final OrderTerms orderTerms;
    private final ModificationTerms terms;
    private final Clock clock;
    private final KnownGoods goods;
    private final ParcelTurning turning;

    Modifying(
            Store store,
            OrderChanges changes,
            ModificationPolicies policies,
            Tariff tariff,
            Parcels parcels,
            OrderTerms orderTerms,
            ModificationTerms terms,
            Clock clock,
            Ids ids) {
        this.store = store;
        this.changes = changes;
        this.policies = policies;
        this.tariff = tariff;
        this.parcels = parcels;
        this.orderTerms = orderTerms;
        this.terms = terms;
        this.clock = clock;
        this.goods = new KnownGoods(store);
        this.turning = new ParcelTurning(store, ids);
    }

    ModificationPolicies policies() {
        return policies;
    }

    ModificationPolicy policy(Order order) {
        return policies.of(order.merchant());
    }

    private Quoting quoting(Order order) {
        return Quoting.by(policy(order), tariff);
    }

    Order order(OrderId id) {
        return store.orders().find(id).orElseThrow(() -> new UnknownOrderException(id));
    }

    Standing standing(Order order) {
        List<Fulfilment> fulfilments = store.fulfilments().of(order.id());
        Optional<PaymentIntent> payment = store.payments().find(order.id().purchase());
        return new Standing(
                order,
                fulfilments,
                fulfilments.stream()
                        .filter(it -> it.stage() == FulfilmentStage.HANDED_OVER && parcels.outForDelivery(it))
                        .map(it -> it.id().number())
                        .collect(Collectors.toSet()),
                cutOff(order, fulfilments),
                terms.returnWindow(),
                payment.map(PaymentIntent::isUnderWay).orElse(false),
                store.interceptions().of(order.id()).stream()
                        .filter(it -> it.status().isOpen())
                        .map(it -> it.fulfilment().number())
                        .collect(Collectors.toSet()),
                payment.map(PaymentIntent::held).orElse(null));
    }

    /** What somebody who knows says, or the first one in the policy after the last parcel was packed. */
    private @Nullable Instant cutOff(Order order, List<Fulfilment> fulfilments) {
        Instant told = parcels.cutOff(order);
        Optional<CutOff> daily = policy(order).cutOff();
        boolean packed = fulfilments.stream().anyMatch(it -> it.stage() == FulfilmentStage.PACKED);
        if (told != null || daily.isEmpty() || !packed) {
            return told;
        }
        return store.orders().history(order.id(), 0).stream()
                .filter(event -> event.type() == OrderEventType.PACKED)
                .map(event -> daily.get().after(event.at()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** What the changes would do now. The quote ends later when somebody besides the buyer must be asked. */
    Quote quote(
            Order order,
            String reference,
            List<RequestedChange> wanted,
            Actor actor,
            @Nullable String proof,
            @Nullable Alternative way) {
        Quoting quoting = quoting(order);
        Instant now = now();
        Standing standing = standing(order);
        Function<Sku, @Nullable SkuFacts> facts = goods.of(order, wanted);
        Quote quote = quoting.quote(
                new Quoting.Request(reference, wanted, actor, proof, way, now.plus(terms.quoteFor())),
                standing,
                facts,
                now);
        return quote.overall().approvers().isEmpty()
                ? quote
                : quoting.quote(
                        new Quoting.Request(reference, wanted, actor, proof, way, now.plus(terms.approvalWithin())),
                        standing,
                        facts,
                        now);
    }

    /** Does what nobody is left to be asked about, in the running transaction; what waits, keeps what it needs. */
    ChangeSet start(ChangeSet changeSet) {
        save(changeSet);
        if (changeSet.status() == ChangeSetStatus.QUOTED) {
            return carryOut(changeSet, List.of());
        }
        store.stock().apply(changeSet.held());
        return changeSet;
    }

    /** Stores an answer, and does what nobody is left to be asked about. */
    ChangeSet goOn(ChangeSet changeSet) {
        save(changeSet);
        return changeSet.status() == ChangeSetStatus.QUOTED ? carryOut(changeSet, changeSet.held()) : changeSet;
    }

    /** Stores it; what its merchant is asked, and that nobody asks any more, is known from then on. */
    private void save(ChangeSet changeSet) {
        store.changeSets().save(changeSet);
        String question = "change-" + changeSet.id();
        if (changeSet.asksMerchant()) {
            store.merchantQuestions()
                    .ask(MerchantQuestion.asked(
                            question, order(changeSet.order()).merchant(), now()));
        } else if (changeSet.askedSomebody()) {
            Actor last = changeSet.steps().get(changeSet.steps().size() - 1).actor();
            boolean expired = changeSet.status() == ChangeSetStatus.EXPIRED;
            store.merchantQuestions()
                    .find(question)
                    .map(open -> expired ? open.expired(now()) : open.decided(last, now()))
                    .ifPresent(store.merchantQuestions()::close);
        }
    }

    private ChangeSet carryOut(ChangeSet changeSet, List<StockMove> held) {
        Order order = order(changeSet.order());
        Quote agreed = changeSet.quote();
        Standing standing = standing(order);
        Quote fresh = quoting(order)
                .quote(
                        new Quoting.Request(
                                changeSet.id().toString(),
                                changeSet.changes(),
                                changeSet.requestedBy(),
                                changeSet.proof(),
                                agreed.way(),
                                agreed.until()),
                        standing,
                        goods.pinned(changeSet, held),
                        now());
        if (!agreed.sameTermsAs(fresh) || fresh.due().isPositive()) {
            return conflicted(changeSet, fresh, held);
        }
        List<Recalled> recalled = recalled(order, fresh.recalls(), changeSet.requestedBy());
        Order inReach = recalled.isEmpty()
                ? order
                : recalled.get(recalled.size() - 1).change().order();
        boolean barred = recalled.size() < fresh.recalls().size();
        OrderDecision decision = barred
                ? OrderDecision.Refused.because(OrderRefusal.ALREADY_SHIPPED)
                : inReach.modify(
                        fresh.modification(), changeSet.evidence(), orderTerms, changeSet.requestedBy(), now());
        return decision.decide(new OrderDecision.Cases<>() {
            @Override
            public ChangeSet changed(OrderDecision.Changed it) {
                recalled.forEach(back -> {
                    changes.save(back.change());
                    store.fulfilments().save(back.fulfilment().cancelled());
                });
                changes.save(new OrderDecision.Changed(it.order(), it.events(), net(it.stock(), held), it.refundDue()));
                ChangeSet applied = changeSet.applied(changeSet.requestedBy(), now());
                store.changeSets().save(applied);
                turning.begin(changeSet, fresh, order, policy(order), now());
                return applied;
            }

            @Override
            public ChangeSet refused(OrderDecision.Refused it) {
                return conflicted(changeSet, fresh, held);
            }
        });
    }

    /** What the warehouse gives back, each on top of the one before; the first it cannot give ends the list. */
    private List<Recalled> recalled(Order order, List<Integer> numbers, Actor actor) {
        List<Recalled> recalled = new ArrayList<>();
        Order inReach = order;
        for (int number : numbers) {
            Fulfilment fulfilment = store.fulfilments()
                    .find(new FulfilmentId(order.id(), number))
                    .orElseThrow();
            Quantity from = fulfilment.stage() == FulfilmentStage.PACKED ? Quantity.PACKED : Quantity.RELEASED;
            Optional<OrderDecision.Changed> back = inReach.recall(number, fulfilment.units(), from, actor, now())
                    .decide(new OrderDecision.Cases<>() {
                        @Override
                        public Optional<OrderDecision.Changed> changed(OrderDecision.Changed it) {
                            return Optional.of(it);
                        }

                        @Override
                        public Optional<OrderDecision.Changed> refused(OrderDecision.Refused it) {
                            return Optional.empty();
                        }
                    });
            if (back.isEmpty()) {
                return recalled;
            }
            recalled.add(new Recalled(fulfilment, back.get()));
            inReach = back.get().order();
        }
        return recalled;
    }

    /** A fulfilment the warehouse gives back, and what that does to the order. */
    private record Recalled(Fulfilment fulfilment, OrderDecision.Changed change) {}

    private ChangeSet conflicted(ChangeSet changeSet, Quote fresh, List<StockMove> held) {
        Actor actor = changeSet.requestedBy();
        return close(changeSet.conflicted(fresh, actor, now()), held, actor);
    }

    /** Stores one that ends without being done: what it held is free, what was paid for it goes back. */
    ChangeSet close(ChangeSet ended, Actor actor) {
        return close(ended, ended.held(), actor);
    }

    private ChangeSet close(ChangeSet ended, List<StockMove> held, Actor actor) {
        save(ended);
        returnOverpayment(ended.order(), actor);
        store.stock().apply(net(List.of(), held));
        return ended;
    }

    /** Ends one whose time is over, unless it was answered meanwhile. */
    boolean expireIfOver(ChangeSet changeSet) {
        boolean over = changeSet.status().isOpen() && changeSet.isOver(now());
        if (over) {
            close(changeSet.expired(DEADLINE, now()), DEADLINE);
        }
        return over;
    }

    /** More money came for an order: what waits for it is done, and what nothing waits for goes back. */
    void paid(OrderId id, Actor actor) {
        Order order = order(id);
        Optional<ChangeSet> waiting = store.changeSets().of(id).stream()
                .filter(it -> it.status() == ChangeSetStatus.AWAITING_PAYMENT)
                .findFirst();
        if (waiting.isEmpty()) {
            returnOverpayment(id, actor);
            return;
        }
        if (!order.paid().isLessThan(waiting.get().quote().payableAfter())) {
            goOn(waiting.get().paid(actor, now()));
        }
    }

    /** What the buyer's bank claims waits until that is decided. */
    private void returnOverpayment(OrderId id, Actor actor) {
        Order order = order(id);
        if (order.status() == OrderStatus.PENDING_PAYMENT || !changes.holdsAnything(id.purchase())) {
            return;
        }
        order.refundOverpayment(actor, now()).decide(new OrderDecision.Cases<Boolean>() {
            @Override
            public Boolean changed(OrderDecision.Changed it) {
                changes.save(it);
                return true;
            }

            @Override
            public Boolean refused(OrderDecision.Refused it) {
                return false;
            }
        });
    }

    /** The moves and the end of what was held, one move per SKU, new promises first. */
    private static List<StockMove> net(List<StockMove> moves, List<StockMove> held) {
        Map<Sku, Integer> promised = new TreeMap<>();
        moves.forEach(move -> promised.merge(
                move.sku(), move.kind() == StockMove.Kind.RESERVE ? move.quantity() : -move.quantity(), Integer::sum));
        held.forEach(move -> promised.merge(move.sku(), -move.quantity(), Integer::sum));
        List<StockMove> net = new ArrayList<>();
        promised.forEach((sku, units) -> {
            if (units > 0) {
                net.add(new StockMove(StockMove.Kind.RESERVE, sku, units));
            }
        });
        promised.forEach((sku, units) -> {
            if (units < 0) {
                net.add(new StockMove(StockMove.Kind.RELEASE, sku, -units));
            }
        });
        return net;
    }

    Instant now() {
        return clock.instant();
    }
}
