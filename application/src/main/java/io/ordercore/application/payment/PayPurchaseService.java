package io.ordercore.application.payment;

import io.ordercore.application.CommandLog;
import io.ordercore.application.Ids;
import io.ordercore.application.Transactions;
import io.ordercore.application.order.Orders;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.payment.PaymentDecision;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentRefusal;
import io.ordercore.domain.payment.TransactionId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Writes the try down, asks the provider outside any transaction, and answers with what became of it. */
final class PayPurchaseService implements PayPurchase {
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
    public Outcome pay(Command command) {
        Purchase purchase =
                orders.purchase(command.purchase()).orElseThrow(() -> new UnknownOrderException(command.purchase()));
        Outcome outcome = transactions.run(() -> begin(command, purchase));
        return outcome.decide(new Outcome.Cases<>() {
            @Override
            public Outcome tried(PaymentIntent intent, TransactionId authorization, boolean replayed) {
                if (!replayed) {
                    settlement.askWhatIsNew(command.purchase());
                }
                return new Tried(payments.find(command.purchase()).orElse(intent), authorization, replayed);
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

    private Outcome begin(Command command, Purchase purchase) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PaymentIntent stored = payments.find(purchase.id())
                .orElseGet(
                        () -> PaymentIntent.of(purchase.id(), purchase.total().getCurrencyUnit()));
        return commands.claim(command.key(), command.fingerprint(), now).decide(new CommandLog.Claim.Cases<>() {
            @Override
            public Outcome fresh() {
                TransactionId id = new TransactionId(ids.next());
                return stored.authorize(id, command.token(), due(purchase), now)
                        .decide(new PaymentDecision.Cases<Outcome>() {
                            @Override
                            public Outcome changed(PaymentDecision.Changed it) {
                                payments.save(it.intent(), stored.version());
                                commands.record(command.key(), id.toString());
                                return new Tried(it.intent(), id, false);
                            }

                            @Override
                            public Outcome refused(PaymentDecision.Refused it) {
                                commands.forget(command.key());
                                return new Refused(it.reasons());
                            }
                        });
            }

            @Override
            public Outcome replay(String answer) {
                return new Tried(stored, TransactionId.parse(answer), true);
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

    private static Map<OrderId, Money> due(Purchase purchase) {
        return purchase.orders().stream()
                .filter(order -> order.status() == OrderStatus.PENDING_PAYMENT)
                .collect(Collectors.toMap(Order::id, Order::payable));
    }
}
