package io.ordercore.application.credit;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.OrderFile;
import io.ordercore.domain.credit.OutcomeTerms;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows each paid order until it has said what it has to say about its merchant. */
final class OrderOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(OrderOutcomes.class);
    private final Transactions transactions;
    private final OrderFiles orders;
    private final Learning learning;
    private final ParcelScans scans;
    private final OutcomeTerms terms;

    OrderOutcomes(
            Transactions transactions, OrderFiles orders, Learning learning, ParcelScans scans, OutcomeTerms terms) {
        this.transactions = transactions;
        this.orders = orders;
        this.learning = learning;
        this.scans = scans;
        this.terms = terms;
    }

    OutcomeTerms terms() {
        return terms;
    }

    Optional<OrderFile> find(OrderId order) {
        return orders.find(order);
    }

    void open(OrderFile file) {
        if (orders.find(file.order()).isEmpty()) {
            orders.save(file, file.due(terms));
        }
    }

    /** Something happened to an order; one that was never paid, or has said everything, does not mind. */
    void happened(OrderId order, Instant now, UnaryOperator<OrderFile> change) {
        Optional<OrderFile> known = orders.find(order);
        if (known.isEmpty() || known.get().outcomeTold()) {
            return;
        }
        OrderFile changed = change.apply(known.get());
        for (Evidence piece : changed.evidence(terms, now)) {
            learning.learn(changed.merchant(), piece, now);
        }
        OrderFile told = changed.told(terms, now);
        if (told.outcomeTold()) {
            scans.areValid(order)
                    .ifPresent(valid -> learning.learn(
                            changed.merchant(),
                            new Evidence.TrackingChecked("tracking-" + order, Learning.day(now), valid),
                            now));
        }
        if (!told.equals(changed) || !changed.equals(known.get())) {
            OrderFile stored = told.atVersion(known.get().version() + 1);
            orders.save(stored, stored.due(terms));
        }
    }

    /** Learns from the orders whose time has come; answers how many. */
    int mature(Instant now, int limit) {
        int matured = 0;
        for (OrderId order : orders.due(now, limit)) {
            try {
                transactions.run(() -> happened(order, now, UnaryOperator.identity()));
                matured++;
            } catch (StaleVersionException somebodyElseWasFaster) {
                LOG.debug("somebody else was faster; the next round sees to it", somebodyElseWasFaster);
            }
        }
        return matured;
    }
}
