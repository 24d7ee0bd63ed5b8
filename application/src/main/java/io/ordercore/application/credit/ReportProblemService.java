package io.ordercore.application.credit;

import io.ordercore.application.Transactions;
import io.ordercore.domain.credit.OrderFile;
import io.ordercore.domain.credit.Problem;
import io.ordercore.domain.order.OrderId;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

final class ReportProblemService implements ReportProblem {
    private final Transactions transactions;
    private final OrderOutcomes outcomes;
    private final Clock clock;

    ReportProblemService(Transactions transactions, OrderOutcomes outcomes, Clock clock) {
        this.transactions = transactions;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public Outcome report(OrderId order, Problem problem) {
        return transactions.run(() -> {
            Optional<OrderFile> file = outcomes.find(order);
            if (file.isEmpty()) {
                return new Refused(Set.of(Refusal.NOT_PAID));
            }
            if (file.get().outcomeTold()) {
                return new Refused(Set.of(Refusal.ALREADY_MATURE));
            }
            outcomes.happened(order, clock.instant(), it -> it.troubled(problem));
            return new Recorded();
        });
    }
}
