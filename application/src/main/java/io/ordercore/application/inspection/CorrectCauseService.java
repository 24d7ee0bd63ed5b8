package io.ordercore.application.inspection;

import io.ordercore.application.Transactions;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.CorrectiveAction;
import io.ordercore.domain.inspection.CorrectiveAction.Refusal;
import io.ordercore.domain.inspection.InspectionState;
import io.ordercore.domain.party.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class CorrectCauseService implements CorrectCause {
    private final Transactions transactions;
    private final Inspections inspections;
    private final CorrectiveActions actions;
    private final Suspension suspension;
    private final InspectionListener listener;
    private final QualityNotices notices;
    private final Clock clock;

    CorrectCauseService(
            Transactions transactions,
            Inspections inspections,
            CorrectiveActions actions,
            Suspension suspension,
            InspectionListener listener,
            QualityNotices notices,
            Clock clock) {
        this.transactions = transactions;
        this.inspections = inspections;
        this.actions = actions;
        this.suspension = suspension;
        this.listener = listener;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Outcome record(Command command) {
        return transactions.run(() -> {
            inspections.lock(command.sku());
            List<CorrectiveAction> before = actions.of(command.sku());
            if (before.stream().anyMatch(CorrectiveAction::isOpen)) {
                return new Refused(Refusal.ALREADY_RECORDED);
            }
            if (!suspension.states(command.sku()).containsValue(InspectionState.DISCONTINUED)) {
                return new Refused(Refusal.NOT_DISCONTINUED);
            }
            CorrectiveAction action = CorrectiveAction.recorded(
                    command.sku(),
                    command.merchant(),
                    before.size() + 1,
                    command.description(),
                    command.by(),
                    clock.instant());
            actions.save(action);
            return new Done(action);
        });
    }

    @Override
    public Optional<Outcome> decide(Sku sku, int number, boolean approved, Actor by) {
        return transactions.run(() -> {
            inspections.lock(sku);
            return actions.of(sku).stream()
                    .filter(action -> action.number() == number)
                    .findFirst()
                    .map(action -> decide(action, approved, by));
        });
    }

    private Outcome decide(CorrectiveAction action, boolean approved, Actor by) {
        Refusal refusal = action.refusal(by);
        if (refusal != null) {
            return new Refused(refusal);
        }
        Instant now = clock.instant();
        CorrectiveAction decided = action.decided(approved, by, now);
        actions.save(decided);
        notices.decided(decided, now);
        if (approved) {
            suspension.settle(action.merchant(), action.sku()).forEach(listener::withdrawn);
            listener.resumed(action.merchant(), suspension.isDiscontinued(action.merchant()));
        }
        return new Done(decided);
    }

    @Override
    public List<CorrectiveAction> of(Sku sku) {
        return actions.of(sku);
    }
}
