package io.ordercore.application.payment;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentTransaction;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class SettlePaymentsService implements SettlePayments {
    private static final Logger LOG = LoggerFactory.getLogger(SettlePaymentsService.class);

    private final Payments payments;
    private final Settlement settlement;
    private final Clock clock;

    SettlePaymentsService(Payments payments, Settlement settlement, Clock clock) {
        this.payments = payments;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Override
    public int reconcile(int limit) {
        List<PurchaseId> waiting = payments.toInquire(clock.instant(), limit);
        waiting.forEach(this::settle);
        return waiting.size();
    }

    @Override
    public void refresh(PurchaseId purchase) {
        payments.find(purchase).ifPresent(intent -> settle(intent, intent.open()));
    }

    /** One payment at a time: a single one that cannot be settled must not hold up the others. */
    private void settle(PurchaseId purchase) {
        try {
            payments.find(purchase).ifPresent(intent -> settle(intent, intent.toInquire(clock.instant())));
        } catch (StaleVersionException somebodyElseIsSettling) {
            LOG.info("payment of {} is being settled elsewhere", purchase);
        } catch (IllegalStateException e) {
            LOG.error("payment of {} could not be settled", purchase, e);
        }
    }

    private void settle(PaymentIntent found, List<PaymentTransaction> toInquire) {
        PaymentIntent intent = found;
        for (PaymentTransaction transaction : toInquire) {
            intent = settlement.inquire(intent, transaction);
        }
        settlement.askWhatIsNew(intent);
    }
}
