package io.ordercore.application.inspection;

import io.ordercore.application.Transactions;
import io.ordercore.domain.inspection.CorrectiveAction;
import io.ordercore.domain.inspection.Rectification;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

final class KeepInspectionsService implements KeepInspections {
    private final Transactions transactions;
    private final Inspections inspections;
    private final CorrectiveActions actions;
    private final Suspension suspension;
    private final QualityNotices notices;
    private final InspectionListener listener;
    private final Clock clock;

    KeepInspectionsService(
            Transactions transactions,
            Inspections inspections,
            CorrectiveActions actions,
            Suspension suspension,
            QualityNotices notices,
            InspectionListener listener,
            Clock clock) {
        this.transactions = transactions;
        this.inspections = inspections;
        this.actions = actions;
        this.suspension = suspension;
        this.notices = notices;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public int keep(int limit) {
        Instant now = clock.instant();
        return tell(now, limit) + remind(now, limit);
    }

    private int tell(Instant now, int limit) {
        List<Rectification> untold = inspections.untold(limit);
        untold.forEach(failed -> transactions.run(() -> {
            suspension.holdLatecomers(failed);
            notices.tell(failed, now);
            inspections.told(failed.id(), now);
        }));
        return untold.size();
    }

    private int remind(Instant now, int limit) {
        List<Rectification> overdue = inspections.overdue(now, limit).stream()
                .filter(late -> !waitsForThePlatform(late))
                .toList();
        overdue.forEach(late -> transactions.run(() -> {
            notices.overdue(late, now);
            inspections.reminded(late.id(), now);
            listener.overdue(late);
        }));
        return overdue.size();
    }

    /** A corrective action that nobody has decided: it is not the merchant who lets time pass. */
    private boolean waitsForThePlatform(Rectification late) {
        return actions.of(late.sku()).stream().anyMatch(CorrectiveAction::isOpen);
    }
}
