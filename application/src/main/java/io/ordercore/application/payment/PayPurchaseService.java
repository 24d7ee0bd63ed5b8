package io.ordercore.application.payment;

import io.ordercore.application.CommandKey;
import io.ordercore.application.CommandLog;
import io.ordercore.application.Ids;
import io.ordercore.application.Transactions;
import io.ordercore.application.order.Orders;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentDecision;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentRefusal;
import io.ordercore.domain.payment.TransactionId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Writes the try down, asks the provider outside any transaction, and answers with what became of it. */
final class PayPurchaseService implements PayPurchase, TopUpOrder {
    private final Transactions transactions;
    private final CommandLog commands;
    private final Orders orders;
    private final Payments payments;
    private final Settlement settlement;
    private final Clock clock;
    private final Ids ids;

    PayPurchaseService(
            Transactions transactions,
            CommandLog commands,
            Orders orders,
            Payments payments,
            Settlement settlement,
            Clock clock,
            Ids ids) {
        this.transactions = transactions;
        this.commands = commands;
        this.orders = orders;
        this.payments = payments;
        this.settlement = settlement;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome pay(PayPurchase.Command command) {
        PurchaseId id = command.purchase();
        Purchase purchase = orders.purchase(id).orElseThrow(() -> new UnknownOrderException(id));
        return attempt(
                id,
                command.key(),
                command.fingerprint(),
                stored -> stored.orElseGet(
                        () -> PaymentIntent.of(id, purchase.total().getCurrencyUnit())),
                (intent, now) -> intent.authorize(
                        new TransactionId(ids.next()),
                        command.token(),
                        due(orders.purchase(id).orElse(purchase)),
                        now));
    }

    @Override
    public Outcome topUp(TopUpOrder.Command command) {
        PurchaseId id = command.order().purchase();
        return attempt(
                id,
                command.key(),
                command.fingerprint(),
                stored -> stored.orElseThrow(() -> new UnknownOrderException(id)),
                (intent, now) -> intent.topUp(
                        new TransactionId(ids.next()), command.token(), command.order(), due(command), now));
    }

    private Outcome attempt(
            PurchaseId id,
            CommandKey key,
            String fingerprint,
            Function<Optional<PaymentIntent>, PaymentIntent> load,
            BiFunction<PaymentIntent, Instant, PaymentDecision> start) {
        // Nothing was asked yet: what meets another change of the payment is begun anew.
        Outcome outcome =
                transactions.untilFresh(() -> begin(key, fingerprint, () -> load.apply(payments.find(id)), start));
        return outcome.decide(new Outcome.Cases<>() {
            @Override
            public Outcome tried(PaymentIntent intent, TransactionId authorization, boolean replayed) {
                return replayed ? outcome : new Tried(settlement.askWhatIsNew(intent), authorization, false);
            }

            @Override
            public Outcome refused(Set<PaymentRefusal> reasons) {
                return outcome;
            }

            @Override
            public Outcome otherCommand() {
                return outcome;
            }

            @Override
            public Outcome inProgress() {
                return outcome;
            }
        });
    }

    /** The payment is read once the key is claimed: a try that was begun under it before is in it then. */
    private Outcome begin(
            CommandKey key,
            String fingerprint,
            Supplier<PaymentIntent> load,
            BiFunction<PaymentIntent, Instant, PaymentDecision> start) {
        Instant now = clock.instant();
        return commands.claim(key, fingerprint, now).decide(new CommandLog.Claim.Cases<>() {
            @Override
            public Outcome fresh() {
                PaymentIntent stored = load.get();
                return start.apply(stored, now).decide(new PaymentDecision.Cases<Outcome>() {
                    @Override
                    public Outcome changed(PaymentDecision.Changed it) {
                        TransactionId authorization = it.intent()
                                .transactions()
                                .get(it.intent().transactions().size() - 1)
                                .id();
                        payments.save(it.intent(), stored.version());
                        commands.record(key, authorization.toString());
                        return new Tried(it.intent(), authorization, false);
                    }

                    @Override
                    public Outcome refused(PaymentDecision.Refused it) {
                        commands.forget(key);
                        return new Refused(it.reasons());
                    }
                });
            }

            @Override
            public Outcome replay(String answer) {
                return new Tried(load.get(), TransactionId.parse(answer), true);
            }

            @Override
            public Outcome otherCommand() {
                return new OtherCommand();
            }

            @Override
            public Outcome inProgress() {
                return new InProgress();
            }
        });
    }

    private Money due(TopUpOrder.Command command) {
        Money asked = command.due();
        if (asked != null) {
            return asked;
        }
        Order order = orders.find(command.order()).orElseThrow(() -> new UnknownOrderException(command.order()));
        Money open = order.payable().minus(order.paid());
        return open.isNegative() ? Money.zero(open.getCurrencyUnit()) : open;
    }

    private static Map<OrderId, Money> due(Purchase purchase) {
        return purchase.orders().stream()
                .filter(order -> order.status() == OrderStatus.PENDING_PAYMENT)
                .collect(Collectors.toMap(Order::id, Order::payable));
    }
}
