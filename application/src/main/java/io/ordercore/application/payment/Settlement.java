package io.ordercore.application.payment;

import io.ordercore.application.Ids;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.Orders;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.payment.TransactionId;
import io.ordercore.domain.payment.TransactionStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * Asks the provider outside any transaction, then writes the answer down together with what follows from it: an authorisation
 * is captured, a capture confirms the orders or tops them up, a refund is noted in its order.
 */
final class Settlement {
    private static final Actor PROVIDER = Actor.system("payment-provider");
    private static final int MOST_TRIES = 20;

    private final Transactions transactions;
    private final Payments payments;
    private final PaymentGateway gateway;
    private final Orders orders;
    private final OrderChanges changes;
    private final Clock clock;
    private final Ids ids;

    Settlement(
            Transactions transactions,
            Payments payments,
            PaymentGateway gateway,
            Orders orders,
            OrderChanges changes,
            Clock clock,
            Ids ids) {
        this.transactions = transactions;
        this.payments = payments;
        this.gateway = gateway;
        this.orders = orders;
        this.changes = changes;
        this.clock = clock;
        this.ids = ids;
    }

    /** Asks the provider for everything it was not asked for yet, until nothing is left. */
    void askWhatIsNew(PurchaseId purchase) {
        Optional<PaymentIntent> intent = payments.find(purchase);
        Optional<PaymentTransaction> next = intent.flatMap(PaymentIntent::toAsk);
        while (next.isPresent()) {
            record(purchase, next.get().id(), ask(intent.orElseThrow(), next.get()));
            intent = payments.find(purchase);
            next = intent.flatMap(PaymentIntent::toAsk);
        }
    }

    /** Finds out what became of a transaction, and asks again for what never arrived. */
    void inquire(PaymentIntent intent, PaymentTransaction transaction) {
        if (transaction.status() == TransactionStatus.INIT && transaction.kind() == PaymentTransaction.Kind.REFUND) {
            record(intent.purchase(), transaction.id(), ask(intent, transaction));
            return;
        }
        PaymentAnswer answer = gateway.inquire(transaction.id());
        boolean mustHappen = transaction.kind() != PaymentTransaction.Kind.AUTHORIZE;
        boolean neverArrived = answer.equals(new PaymentAnswer.NotFound());
        record(intent.purchase(), transaction.id(), mustHappen && neverArrived ? ask(intent, transaction) : answer);
    }

    private PaymentAnswer ask(PaymentIntent intent, PaymentTransaction transaction) {
        return switch (transaction.kind()) {
            case AUTHORIZE -> {
                String token = intent.token();
                yield token == null
                        ? gateway.inquire(transaction.id())
                        : gateway.authorize(transaction.id(), transaction.amount(), token);
            }
            case CAPTURE ->
                gateway.capture(transaction.id(), transaction.amount(), intent.referenceBehind(transaction));
            case REFUND -> gateway.refund(transaction.id(), transaction.amount(), intent.referenceBehind(transaction));
        };
    }

    /** The answer is known and must not be lost: when something changed meanwhile, it is written on what is there now. */
    private void record(PurchaseId purchase, TransactionId id, PaymentAnswer answer) {
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.run(() -> write(purchase, id, answer));
                return;
            } catch (StaleVersionException e) {
                if (attempt == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void write(PurchaseId purchase, TransactionId id, PaymentAnswer answer) {
        Instant now = clock.instant();
        PaymentIntent before = payments.find(purchase).orElseThrow();
        PaymentIntent after = before.answered(id, answer, now);
        if (after.equals(before)) {
            return;
        }
        PaymentTransaction transaction = after.transaction(id).orElseThrow();
        boolean authorized = transaction.succeeded(PaymentTransaction.Kind.AUTHORIZE);
        payments.save(
                authorized ? after.capture(new TransactionId(ids.next()), transaction, now) : after, before.version());
        if (transaction.succeeded(PaymentTransaction.Kind.CAPTURE)) {
            new TreeMap<>(after.shares()).forEach((order, share) -> confirm(order, share, now));
        }
        if (transaction.kind() == PaymentTransaction.Kind.REFUND) {
            noteRefund(transaction, now);
        }
    }

    private void confirm(OrderId id, Money share, Instant now) {
        Order order = orders.find(id).orElseThrow();
        OrderDecision decision = order.status() == OrderStatus.PENDING_PAYMENT
                ? order.confirm(share, PROVIDER, now)
                : order.topUp(share, PROVIDER, now);
        changes.save(decision.decide(new OrderDecision.Cases<>() {
            @Override
            public OrderDecision.Changed changed(OrderDecision.Changed it) {
                return it;
            }

            @Override
            public OrderDecision.Changed refused(OrderDecision.Refused it) {
                return order.refundLatePayment(share, PROVIDER, now);
            }
        }));
    }

    private void noteRefund(PaymentTransaction refund, Instant now) {
        OrderId id = refund.order();
        if (id == null || refund.status().isOpen()) {
            return;
        }
        Order order = orders.find(id).orElseThrow();
        changes.save(
                refund.status() == TransactionStatus.SUCCESS
                        ? order.refundSettled(refund.amount(), PROVIDER, now)
                        : order.refundFailed(refund.amount(), PROVIDER, now));
    }
}
