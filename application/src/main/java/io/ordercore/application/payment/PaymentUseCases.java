package io.ordercore.application.payment;

import io.ordercore.application.Ids;
import io.ordercore.application.RunOnce;
import io.ordercore.application.Store;
import io.ordercore.application.order.OrderChanges;
import java.time.Clock;

/** The door to payments: what can be asked of them, made from the ports it takes. */
public final class PaymentUseCases {
    private final Store store;
    private final Settlement settlement;
    private final OrderChanges changes;
    private final Clock clock;
    private final Ids ids;

    /** Asks {@code check} before {@code gateway}; {@code modes} say what to do while it is silent. */
    public PaymentUseCases(
            Store store,
            PaymentGateway gateway,
            PaymentCheck check,
            FailureModes modes,
            OrderChanges changes,
            Clock clock,
            Ids ids) {
        this.store = store;
        this.changes = changes;
        this.settlement = new Settlement(
                store.transactions(),
                store.payments(),
                new Provider(gateway, check, modes),
                store.orders(),
                changes,
                clock,
                ids);
        this.clock = clock;
        this.ids = ids;
    }

    public PayPurchase payPurchase() {
        return payments();
    }

    public TopUpOrder topUpOrder() {
        return payments();
    }

    private PayPurchaseService payments() {
        return new PayPurchaseService(
                store.transactions(), store.commands(), store.orders(), store.payments(), settlement, clock, ids);
    }

    public SettlePayments settlePayments() {
        return new SettlePaymentsService(store.payments(), settlement, clock);
    }

    public HearOfDispute hearOfDispute() {
        return new HearOfDisputeService(store.transactions(), store.payments(), store.orders(), changes, clock);
    }

    /** Believes messages signed with one of the secrets. */
    public HearProvider hearProvider(ProviderSecrets secrets, RunOnce runOnce) {
        return new HearProviderService(secrets, hearOfDispute(), settlePayments(), runOnce, clock);
    }

    public FindPayments findPayments() {
        return store.payments()::find;
    }
}
