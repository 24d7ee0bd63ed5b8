package io.ordercore.domain.inspection;

import java.util.List;

/** Whether an agency's report is taken. */
public sealed interface ReportDecision {
    <R> R decide(Cases<R> cases);

    /** One method per outcome. */
    interface Cases<R> {
        R taken(Taken it);

        R refused(Refused it);
    }

    /** The inspection with its report. */
    record Taken(Inspection inspection) implements ReportDecision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.taken(this);
        }
    }

    /** Nothing changes, for all these reasons. */
    record Refused(List<ReportRefusal> reasons) implements ReportDecision {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(this);
        }
    }
}
