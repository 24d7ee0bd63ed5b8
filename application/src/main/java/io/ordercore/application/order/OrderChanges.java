package io.ordercore.application.order;

import io.ordercore.application.Ids;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.application.payment.Payments;
import io.ordercore.application.stock.Stock;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentDecision;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.TransactionId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The way every change of an order takes: load, decide, save what follows for the payment, the order and the stock. Rows are
 * always written in that sequence, so that two changes cannot wait for each other.
 */
public final class OrderChanges {
    private final Transactions transactions;
    private final Orders orders;
    private final Stock stock;
    private final Payments payments;
    private final Clock clock;
    private final Ids ids;

    public OrderChanges(
            Transactions transactions, Orders orders, Stock stock, Payments payments, Clock clock, Ids ids) {
        this.transactions = transactions;
        this.orders = orders;
        this.stock = stock;
        this.payments = payments;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Changes an order in one transaction.
     *
     * @param expectedVersion null for any
     * @throws UnknownOrderException if there is no such order
     * @throws StaleVersionException if it is not at the expected version, or changes meanwhile
     */
    public OrderDecision change(
            OrderId id, @Nullable Long expectedVersion, BiFunction<Order, Instant, OrderDecision> decide) {
        return transactions.run(() -> {
            Order order = load(id, expectedVersion);
            return decide.apply(order, now()).decide(new OrderDecision.Cases<OrderDecision>() {
                @Override
                public OrderDecision changed(OrderDecision.Changed it) {
                    return mayRefund(it) ? save(it) : OrderDecision.Refused.because(OrderRefusal.DISPUTED);
                }

                @Override
                public OrderDecision refused(OrderDecision.Refused it) {
                    return it;
                }
            });
        });
    }

    /**
     * Changes many orders in one transaction: all that are not refused, or, by throwing, none.
     *
     * @param load what to change, loaded within that transaction
     */
    Sweep changeAll(Supplier<List<Order>> load, BiFunction<Order, Instant, OrderDecision> decide) {
        return transactions.run(() -> {
            List<Order> loaded = load.get();
            List<OrderDecision.Changed> changed = new ArrayList<>();
            for (Order order : loaded) {
                decide.apply(order, now()).decide(new OrderDecision.Cases<Boolean>() {
                    @Override
                    public Boolean changed(OrderDecision.Changed it) {
                        return changed.add(it);
                    }

                    @Override
                    public Boolean refused(OrderDecision.Refused it) {
                        return false;
                    }
                });
            }
            save(changed);
            return new Sweep(loaded.size(), changed.size());
        });
    }

    /** How many orders were looked at, and how many of them were changed. */
    record Sweep(int seen, int changed) {}

    /** Whether the money that a change gives back is there: the buyer's bank may have it, or claim it. */
    public boolean mayRefund(OrderDecision.Changed change) {
        return !change.refundDue().isPositive() || holds(change.order().id().purchase(), change.refundDue());
    }

    /** Whether that much is there to be given back: neither promised already nor claimed by the buyer's bank. */
    public boolean holds(PurchaseId purchase, Money amount) {
        return payments.find(purchase)
                .filter(payment -> !amount.isGreaterThan(payment.held()))
                .isPresent();
    }

    /** Whether anything is there to be given back. */
    public boolean holdsAnything(PurchaseId purchase) {
        return payments.find(purchase)
                .filter(payment -> payment.held().isPositive())
                .isPresent();
    }

    /**
     * Stores a change and what follows from it, in the running transaction. What the buyer's bank has, or claims, is not given
     * back: that waits until the dispute is won.
     *
     * @return the change as it was stored
     */
    public OrderDecision.Changed save(OrderDecision.Changed change) {
        return save(List.of(change)).get(0);
    }

    private List<OrderDecision.Changed> save(List<OrderDecision.Changed> changes) {
        List<OrderDecision.Changed> possible =
                changes.stream().map(this::promisingWhatIsThere).toList();
        orders.save(possible);
        stock.apply(possible.stream().flatMap(change -> change.stock().stream()).toList());
        return possible;
    }

    private OrderDecision.Changed promisingWhatIsThere(OrderDecision.Changed change) {
        if (!change.refundDue().isPositive()) {
            return change;
        }
        PaymentIntent payment = payments.find(change.order().id().purchase()).orElseThrow();
        OrderDecision.Changed possible = change.refundingAtMost(payment.held());
        if (possible.refundDue().isPositive()) {
            payments.save(promised(payment, possible), payment.version());
        }
        return possible;
    }

    private PaymentIntent promised(PaymentIntent payment, OrderDecision.Changed change) {
        return payment.refund(
                        () -> new TransactionId(ids.next()), change.order().id(), change.refundDue(), now())
                .decide(new PaymentDecision.Cases<>() {
                    @Override
                    public PaymentIntent changed(PaymentDecision.Changed it) {
                        return it.intent();
                    }

                    @Override
                    public PaymentIntent refused(PaymentDecision.Refused it) {
                        throw new IllegalStateException(change.order().id() + " is refunded what is not there");
                    }
                });
    }

    private Order load(OrderId id, @Nullable Long expectedVersion) {
        Order order = orders.find(id).orElseThrow(() -> new UnknownOrderException(id));
        if (expectedVersion != null && expectedVersion != order.version()) {
            throw new StaleVersionException("order " + id);
        }
        return order;
    }

    private Instant now() {
        return clock.instant();
    }
}
