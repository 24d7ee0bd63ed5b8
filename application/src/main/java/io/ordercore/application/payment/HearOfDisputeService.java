package io.ordercore.application.payment;

import io.ordercore.application.Transactions;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.Orders;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.payment.PaymentDecision;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

final class HearOfDisputeService implements HearOfDispute {
    private static final Actor PROVIDER = Actor.system("payment-provider");
    private static final String REASON = "payment-disputed";

    private final Transactions transactions;
    private final Payments payments;
    private final Orders orders;
    private final OrderChanges changes;
    private final Clock clock;

    HearOfDisputeService(
            Transactions transactions, Payments payments, Orders orders, OrderChanges changes, Clock clock) {
        this.transactions = transactions;
        this.payments = payments;
        this.orders = orders;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public PaymentDecision hear(Dispute dispute) {
        return transactions.untilFresh(() -> note(dispute));
    }

    private PaymentDecision note(Dispute dispute) {
        Instant now = clock.instant();
        PaymentIntent before =
                payments.find(dispute.purchase()).orElseThrow(() -> new UnknownOrderException(dispute.purchase()));
        TransactionId id = idOf(dispute);
        return before.dispute(id, dispute.capture(), dispute.reference(), dispute.amount(), now)
                .decide(new PaymentDecision.Cases<>() {
                    @Override
                    public PaymentDecision changed(PaymentDecision.Changed it) {
                        PaymentIntent after = dispute.stage() == Stage.OPENED
                                ? it.intent()
                                : it.intent().disputeDecided(id, dispute.stage() == Stage.WON, now);
                        if (!after.equals(before)) {
                            payments.save(after, before.version());
                            tellOrders(dispute, now);
                        }
                        return new PaymentDecision.Changed(after);
                    }

                    @Override
                    public PaymentDecision refused(PaymentDecision.Refused it) {
                        return it;
                    }
                });
    }

    private void tellOrders(Dispute dispute, Instant now) {
        orders.purchase(dispute.purchase()).stream()
                .flatMap(purchase -> purchase.orders().stream())
                .filter(order -> mustFollow(order, dispute.stage()))
                .forEach(order -> follow(order, dispute.stage(), now).decide(new OrderDecision.Cases<Boolean>() {
                    @Override
                    public Boolean changed(OrderDecision.Changed it) {
                        changes.save(it);
                        return true;
                    }

                    @Override
                    public Boolean refused(OrderDecision.Refused it) {
                        return false; // it is over
                    }
                }));
    }

    /** An order at risk for another reason stays so, whatever becomes of the dispute. */
    private static boolean mustFollow(Order order, Stage stage) {
        Optional<Hold> risk = order.holds().stream()
                .filter(hold -> hold.type() == Hold.Type.RISK)
                .findFirst();
        return stage == Stage.WON
                ? risk.filter(hold -> hold.reason().equals(REASON)).isPresent()
                : risk.isEmpty();
    }

    private static OrderDecision follow(Order order, Stage stage, Instant now) {
        return switch (stage) {
            case OPENED, LOST -> order.hold(Hold.of(Hold.Type.RISK, REASON, now), PROVIDER, now);
            case WON -> order.resolveHold(Hold.Type.RISK, PROVIDER, now);
        };
    }

    /** The same for the same dispute, whoever hears of it. */
    private static TransactionId idOf(Dispute dispute) {
        String name = "dispute " + dispute.capture() + " " + dispute.reference();
        return new TransactionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
