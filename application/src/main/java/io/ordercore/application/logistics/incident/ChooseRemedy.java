package io.ordercore.application.logistics.incident;

import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.Remedy;
import io.ordercore.domain.logistics.incident.RemedyRefusal;
import io.ordercore.domain.party.Actor;
import java.util.Set;
import java.util.UUID;

/**
 * Says what is to be done about an incident: the buyer from what is offered, an agent on the buyer's behalf from everything. It
 * is carried out at once and exactly once; the same choice again changes nothing and answers the same.
 */
@FunctionalInterface
public interface ChooseRemedy {
    /**
     * Decides.
     *
     * @throws io.ordercore.application.StaleVersionException if the case, its parcel or its order changes meanwhile
     * @throws IllegalArgumentException if there is no such case
     */
    RemedyDecision choose(Command command);

    /** Which remedy for which case. */
    record Command(UUID incident, Remedy remedy, Actor actor) {}

    /** What becomes of a choice. */
    sealed interface RemedyDecision {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R agreed(IncidentCase now);

            R refused(Set<RemedyRefusal> reasons);
        }
    }

    /** Carried out, or on its way. */
    record Agreed(IncidentCase now) implements RemedyDecision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.agreed(now);
        }
    }

    /** Nothing was changed, for all of these reasons. */
    record Refused(Set<RemedyRefusal> reasons) implements RemedyDecision {
        public Refused {
            reasons = Set.copyOf(reasons);
        }

        static Refused because(RemedyRefusal reason) {
            return new Refused(Set.of(reason));
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reasons);
        }
    }
}
