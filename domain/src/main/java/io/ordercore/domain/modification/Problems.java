package io.ordercore.domain.modification;

import java.util.ArrayList;
import java.util.List;

/** What stands in the way of a request besides the ruling, change by change. Lives within one method call. */
final class Problems {
    private final List<QuoteProblem> found = new ArrayList<>();
    private int change = -1;

    void nextChange() {
        change++;
    }

    void add(QuoteProblem.Reason reason, long available) {
        found.add(new QuoteProblem(change, reason, available));
    }

    void addIf(boolean holds, QuoteProblem.Reason reason) {
        if (holds) {
            add(reason, 0);
        }
    }

    void contradictionIf(boolean holds) {
        addIf(holds, QuoteProblem.Reason.CONTRADICTS_ANOTHER_CHANGE);
    }

    int count() {
        return found.size();
    }

    List<QuoteProblem> all() {
        return found;
    }
}
