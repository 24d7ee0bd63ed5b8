package io.ordercore.application.testkit;

import io.ordercore.application.logistics.incident.ChooseRemedy.RemedyDecision;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.RemedyRefusal;
import java.util.Set;

/** Takes out of a decision about a remedy what a test expects to be there. */
final class RemedyOutcomes {
    private RemedyOutcomes() {}

    static IncidentCase agreed(RemedyDecision decision) {
        return decision.decide(new RemedyDecision.Cases<>() {
            @Override
            public IncidentCase agreed(IncidentCase now) {
                return now;
            }

            @Override
            public IncidentCase refused(Set<RemedyRefusal> reasons) {
                throw new AssertionError("refused: " + reasons);
            }
        });
    }

    static Set<RemedyRefusal> refused(RemedyDecision decision) {
        return decision.decide(new RemedyDecision.Cases<>() {
            @Override
            public Set<RemedyRefusal> agreed(IncidentCase now) {
                throw new AssertionError("agreed: " + now);
            }

            @Override
            public Set<RemedyRefusal> refused(Set<RemedyRefusal> reasons) {
                return reasons;
            }
        });
    }

    static boolean isAgreed(RemedyDecision decision) {
        return decision.decide(new RemedyDecision.Cases<>() {
            @Override
            public Boolean agreed(IncidentCase now) {
                return true;
            }

            @Override
            public Boolean refused(Set<RemedyRefusal> reasons) {
                return false;
            }
        });
    }
}
