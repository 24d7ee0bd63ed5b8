package io.ordercore.application.logistics.intercept;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Store;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.ResendGoods;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.intercept.Aim;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.Resend;
import io.ordercore.domain.order.Aftercare;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from an outcome, in the running transaction: for the order, its stock and its money. */
final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final Store store;
    private final OrderChanges changes;
    private final OrderTerms terms;
    private final ResendGoods resending;
    private final Clock clock;

    Following(Store store, OrderChanges changes, OrderTerms terms, ResendGoods resending, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.terms = terms;
        this.resending = resending;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Stores an interception at its new status, and does what follows from it. */
    Interception store(Interception changed, boolean sellable, Actor actor) {
        boolean resent = switch (changed.status()) {
            case REQUESTED, ACCEPTED, INTERCEPTED, RETURNING, HELD_FOR_PICKUP, REFUSED, FAILED, CANCELLED -> false;
            case REDIRECTED -> redirect(changed, actor);
            case RETURNED -> back(changed, actor, care -> units -> care.comeBack(units, sellable));
            case LOST -> back(changed, actor, care -> units -> care.lose(units));
        };
        Interception settled = changed.status().isOpen() ? changed : feeBack(changed, resent, actor);
        store.interceptions().save(settled);
        return settled;
    }

    private boolean redirect(Interception changed, Actor actor) {
        Recipient recipient = changed.recipient();
        DeliveryWindow window = changed.window();
        if (recipient != null) {
            save(care(changed, actor).redirect(recipient));
        } else if (window != null) {
            save(care(changed, actor).reschedule(window));
        }
        return false;
    }

    /** The parcel is secured or given up; only now are other goods taken from the shelf. Answers whether any are sent. */
    private boolean back(
            Interception changed,
            Actor actor,
            Function<Aftercare, Function<Map<Integer, Integer>, OrderDecision>> how) {
        Fulfilment fulfilment = store.fulfilments().find(changed.fulfilment()).orElseThrow();
        save(how.apply(care(changed, actor)).apply(fulfilment.units()));
        store.fulfilments().save(fulfilment.cancelled());
        if (!isHeld(order(changed), fulfilment.units())) {
            LOG.warn("{} is disputed: goods came back, and no money or other goods for them are given", order(changed));
            return false;
        }
        if (changed.aim() != Aim.RESHIP) {
            save(care(changed, actor).refund(fulfilment.units(), nothing(changed)));
            return false;
        }
        for (Resend resend : changed.resends()) {
            AddedLine instead = resend.instead();
            Aftercare care = care(changed, actor);
            save(
                    instead == null
                            ? care.sendAgain(resend.line(), resend.units())
                            : care.sendInstead(resend.line(), resend.units(), instead));
        }
        Order after = resending.whatWaits(order(changed), changed.reference(), actor, now());
        return after.lines().stream().anyMatch(line -> line.ledger().outstanding() > 0);
    }

    /** A parcel nobody had turned came back: what it held is paid back. */
    Fulfilment cameBack(Fulfilment parcel, boolean sellable, Actor actor) {
        OrderId id = parcel.id().order();
        String reference = parcel.id().toString();
        save(care(id, reference, actor).comeBack(parcel.units(), sellable));
        Fulfilment back = parcel.cancelled();
        store.fulfilments().save(back);
        if (isHeld(id, parcel.units())) {
            Money nothing = Money.zero(load(id).snapshot().shipping().getCurrencyUnit());
            save(care(id, reference, actor).refund(parcel.units(), nothing));
        } else {
            LOG.warn("{} is disputed: goods came back, and no money for them is given", id);
        }
        return back;
    }

    /** What came back and was paid back unseen was looked at. False if the order is over. */
    boolean inspected(Fulfilment parcel, boolean sellable, Actor actor) {
        return savedIfLawful(care(parcel.id().order(), ReceiveParcel.returned(parcel.id()), actor)
                .inspect(parcel.units(), sellable));
    }

    /** Whether what these units are worth is there to be given back. */
    private boolean isHeld(OrderId id, Map<Integer, Integer> units) {
        Order order = load(id);
        Money worth = units.entrySet().stream()
                .map(it -> order.line(it.getKey()).orElseThrow().valueOfNext(it.getValue()))
                .reduce(Money.zero(order.snapshot().shipping().getCurrencyUnit()), Money::plus);
        return changes.holds(id.purchase(), worth);
    }

    private Order load(OrderId id) {
        return store.orders().find(id).orElseThrow();
    }

    private Interception feeBack(Interception changed, boolean resent, Actor actor) {
        Money back = changed.feeBack(resent);
        if (!back.isPositive() || !changes.holds(order(changed).purchase(), back)) {
            return changed;
        }
        boolean unused = savedIfLawful(care(changed, actor).giveBack(back));
        return changed.feeRefunded();
    }

    private Aftercare care(Interception changed, Actor actor) {
        return care(order(changed), changed.reference(), actor);
    }

    private Aftercare care(OrderId id, String reference, Actor actor) {
        return Aftercare.of(load(id), reference, terms, actor, now());
    }

    private static OrderId order(Interception changed) {
        return changed.fulfilment().order();
    }

    private static Money nothing(Interception changed) {
        return Money.zero(changed.terms().fee().getCurrencyUnit());
    }

    private boolean savedIfLawful(OrderDecision decision) {
        return decision.decide(new OrderDecision.Cases<Boolean>() {
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

    private void save(OrderDecision decision) {
        decision.decide(new OrderDecision.Cases<Optional<Order>>() {
            @Override
            public Optional<Order> changed(OrderDecision.Changed it) {
                return Optional.of(changes.save(it).order());
            }

            @Override
            public Optional<Order> refused(OrderDecision.Refused it) {
                throw new StaleVersionException("an order that goods come back to: " + it.reasons());
            }
        });
    }
}
