package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.Store;
import io.ordercore.application.modification.PayModification;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.payment.PaymentIntent;
import java.util.List;
import java.util.Map;

/** What buyers and warehouses do in tests of changes: ask, pay, agree, pack. */
final class ChangeDesk {
    private final Store store;
    private final Marketplace marketplace;
    private final Ordercore core;

    ChangeDesk(Store store, Marketplace marketplace, Ordercore core) {
        this.store = store;
        this.marketplace = marketplace;
        this.core = core;
    }

    Order place(int n) {
        return marketplace.place(n, line("blue-kettle", 2, "99.00"));
    }

    Order paid(int n) {
        Order order = place(n);
        pay(order);
        return load(order);
    }

    Order packed(int n) {
        Order order = paid(n);
        core.fulfilment().fulfilOrder().release(order.id(), Map.of(), null, WAREHOUSE);
        core.fulfilment().fulfilOrder().pick(first(order), WAREHOUSE);
        core.fulfilment().fulfilOrder().pack(first(order), WAREHOUSE);
        return load(order);
    }

    void pay(Order order) {
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(
                        order.id().purchase(), "tok_ok", key("pay-" + order.id()), "pay", LI_HERSELF));
    }

    void pay(ChangeSet changeSet, String token) {
        core.modifications()
                .payModification()
                .pay(new PayModification.Command(
                        changeSet.id(), token, key("top-up-" + changeSet.id()), "top-up", LI_HERSELF));
    }

    static CommandKey key(String key) {
        return new CommandKey("li", key);
    }

    RequestModification.Outcome ask(Order order, Actor actor, boolean agreed, RequestedChange... changes) {
        return core.modifications()
                .requestModification()
                .request(
                        new RequestModification.Command(order.id(), List.of(changes), actor, null, agreed, null, null));
    }

    Quote preview(Order order, RequestedChange... changes) {
        return core.modifications()
                .requestModification()
                .preview(new RequestModification.Command(
                        order.id(), List.of(changes), LI_HERSELF, null, true, null, null));
    }

    static ChangeSet accepted(RequestModification.Outcome outcome) {
        return outcome.decide(new OutcomeOf<>("accepted") {
            @Override
            public ChangeSet asked(ChangeSet changeSet) {
                return changeSet;
            }
        });
    }

    static Quote refused(RequestModification.Outcome outcome) {
        return outcome.decide(new OutcomeOf<>("refused") {
            @Override
            public Quote refused(Quote quote) {
                return quote;
            }
        });
    }

    Order load(Order order) {
        return store.orders().find(order.id()).orElseThrow();
    }

    ChangeSet changeSet(ChangeSet asked) {
        return store.changeSets().find(asked.id()).orElseThrow();
    }

    PaymentIntent payment(Order order) {
        return store.payments().find(order.id().purchase()).orElseThrow();
    }

    static FulfilmentId first(Order order) {
        return new FulfilmentId(new OrderId(order.id().purchase(), order.id().number()), 1);
    }

    /** The one outcome a test wants; every other one fails it. */
    static class OutcomeOf<R> implements RequestModification.Outcome.Cases<R> {
        private final String wanted;

        OutcomeOf(String wanted) {
            this.wanted = wanted;
        }

        @Override
        public R asked(ChangeSet changeSet) {
            throw new AssertionError("not " + wanted + " but " + changeSet);
        }

        @Override
        public R refused(Quote quote) {
            throw new AssertionError("not " + wanted + " but refused: " + quote.overall() + quote.problems());
        }

        @Override
        public R alreadyOpen(ChangeSet other) {
            throw new AssertionError("not " + wanted + " but open: " + other);
        }
    }
}
