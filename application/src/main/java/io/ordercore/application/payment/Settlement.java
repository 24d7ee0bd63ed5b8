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
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.payment.TransactionId;
import io.ordercore.domain.payment.TransactionStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
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
    private final Provider provider;
    private final Orders orders;
    private final OrderChanges changes;
    private final Clock clock;
    private final Ids ids;

    Settlement(
            Transactions transactions,
            Payments payments,
            Provider provider,
            Orders orders,
            OrderChanges changes,
            Clock clock,
            Ids ids) {
        this.transactions = transactions;
        this.payments = payments;
        this.provider = provider;
        this.orders = orders;
        this.changes = changes;
        this.clock = clock;
        this.ids = ids;
    }

    /** Asks the provider for everything it was not asked for yet, until nothing is left; answers how the payment stands then. */
    PaymentIntent askWhatIsNew(PaymentIntent seen) {
        PaymentIntent intent = seen;
        for (Optional<PaymentTransaction> next = intent.toAsk(); next.isPresent(); next = intent.toAsk()) {
            intent = record(intent, next.get().id(), provider.ask(intent, next.get()));
        }
        return intent;
    }

    /** Finds out what became of a transaction, and asks again for what never arrived. */
    PaymentIntent inquire(PaymentIntent intent, PaymentTransaction transaction) {
        if (transaction.status() == TransactionStatus.INIT && transaction.kind() == PaymentTransaction.Kind.REFUND) {
            return record(intent, transaction.id(), provider.ask(intent, transaction));
        }
        PaymentAnswer answer = provider.inquire(transaction.id());
        boolean mustHappen = transaction.kind() != PaymentTransaction.Kind.AUTHORIZE;
        boolean neverArrived = answer.equals(new PaymentAnswer.NotFound());
        return record(
                intent, transaction.id(), mustHappen && neverArrived ? provider.ask(intent, transaction) : answer);
    }

    /** The answer is known and must not be lost: when something changed meanwhile, it is written on what is there now. */
    private PaymentIntent record(PaymentIntent seen, TransactionId id, PaymentAnswer answer) {
        PaymentIntent intent = seen;
        for (int attempt = 1; ; attempt++) {
            PaymentIntent before = intent;
            try {
                return transactions.run(() -> write(before, id, answer));
            } catch (StaleVersionException e) {
                if (attempt == MOST_TRIES) {
                    throw e;
                }
                intent = payments.find(seen.purchase()).orElseThrow();
            }
        }
    }

    private PaymentIntent write(PaymentIntent before, TransactionId id, PaymentAnswer answer) {
        Instant now = clock.instant();
        PaymentIntent answered = before.answered(id, answer, now);
        if (answered.equals(before)) {
            return before;
        }
        PaymentTransaction transaction = answered.transaction(id).orElseThrow();
        boolean authorized = transaction.succeeded(PaymentTransaction.Kind.AUTHORIZE);
        PaymentIntent after = authorized
                ? captureOrGiveUp(answered, transaction, now)
                : giveUpWhatCannotBeCaptured(answered, transaction, now);
        payments.save(after, before.version());
        boolean refundsPromised = false;
        if (transaction.succeeded(PaymentTransaction.Kind.CAPTURE)) {
            for (Map.Entry<OrderId, Money> share : new TreeMap<>(after.shares()).entrySet()) {
                refundsPromised |= confirm(share.getKey(), share.getValue(), now);
            }
        }
        if (transaction.kind() == PaymentTransaction.Kind.REFUND) {
            noteRefund(transaction, now);
        }
        return refundsPromised ? payments.find(after.purchase()).orElseThrow() : after;
    }

    /** An authorisation that comes when nothing is due any more is given up: no money is taken to be given back. */
    private PaymentIntent captureOrGiveUp(PaymentIntent intent, PaymentTransaction authorization, Instant now) {
        TransactionId id = new TransactionId(ids.next());
        boolean isDue = orders.purchase(intent.purchase()).stream()
                .flatMap(purchase -> purchase.orders().stream())
                .filter(order -> intent.shares().containsKey(order.id()))
                .map(Order::status)
                .anyMatch(status -> status == OrderStatus.PENDING_PAYMENT || status == OrderStatus.CONFIRMED);
        return isDue ? intent.capture(id, authorization, now) : intent.giveUp(id, authorization, now);
    }

    private PaymentIntent giveUpWhatCannotBeCaptured(PaymentIntent intent, PaymentTransaction ended, Instant now) {
        boolean failed = ended.kind() == PaymentTransaction.Kind.CAPTURE
                && !ended.isOpen()
                && ended.status() != TransactionStatus.SUCCESS;
        return !failed
                ? intent
                : intent.transaction(Objects.requireNonNull(ended.follows()))
                        .map(authorization -> intent.giveUp(new TransactionId(ids.next()), authorization, now))
                        .orElse(intent);
    }

    /** Answers whether some of the money is to be given back at once. */
    private boolean confirm(OrderId id, Money share, Instant now) {
        Order order = orders.find(id).orElseThrow();
        OrderDecision decision = order.status() == OrderStatus.PENDING_PAYMENT
                ? order.confirm(share, PROVIDER, now)
                : order.topUp(share, PROVIDER, now);
        OrderDecision.Changed change = decision.decide(new OrderDecision.Cases<>() {
            @Override
            public OrderDecision.Changed changed(OrderDecision.Changed it) {
                return it;
            }

            @Override
            public OrderDecision.Changed refused(OrderDecision.Refused it) {
                return order.refundLatePayment(share, PROVIDER, now);
            }
        });
        return changes.save(change).refundDue().isPositive();
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
