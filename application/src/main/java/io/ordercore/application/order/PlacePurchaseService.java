package io.ordercore.application.order;

import io.ordercore.application.Ids;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.order.PurchaseId;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

final class PlacePurchaseService implements PlacePurchase {
    private final OrderIntake intake;
    private final OrderTerms terms;
    private final Clock clock;
    private final Ids ids;

    PlacePurchaseService(OrderIntake intake, OrderTerms terms, Clock clock, Ids ids) {
        this.intake = intake;
        this.terms = terms;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public CompletionStage<OrderIntake.Admission> place(Command command) {
        Instant now = clock.instant();
        return intake.admit(new OrderIntake.Intake(
                new PurchaseId(ids.next()),
                command.request(),
                command.key(),
                command.fingerprint(),
                command.actor(),
                now,
                now.plus(terms.payWithin())));
    }
}
