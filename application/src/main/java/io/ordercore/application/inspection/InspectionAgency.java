package io.ordercore.application.inspection;

import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.Inspection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The way to the agencies that are to do inspections. Called outside of transactions, by one caller at a time for one
 * inspection, and again for the same one until there is an answer: the inspection's id is the key under which an agency takes it
 * once.
 */
public interface InspectionAgency {
    /** No agency is told; whoever inspects looks at the list of inspections. */
    InspectionAgency NONE = new InspectionAgency() {
        @Override
        public boolean reaches(Agency agency) {
            return false;
        }

        @Override
        public Answer order(Agency agency, Inspection inspection) {
            throw new IllegalArgumentException("nobody to order from");
        }
    };

    /** Whether an agency is told of its inspections this way. */
    boolean reaches(Agency agency);

    /**
     * Orders an inspection from an agency. Answers within seconds, and never throws for what an agency or a network does.
     *
     * @throws IllegalArgumentException for an agency that is not reached
     */
    Answer order(Agency agency, Inspection inspection);

    /** What came of it. */
    sealed interface Answer {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R taken(@Nullable String reference);

            R refused(String reason);

            R unknown(String problem, @Nullable Duration pause);
        }
    }

    /** The agency will do it, or had taken it before. */
    record Taken(@Nullable String reference) implements Answer {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.taken(reference);
        }
    }

    /** The agency will not do it, however often it is asked. */
    record Refused(String reason) implements Answer {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reason);
        }
    }

    /**
     * Nobody knows: no answer, or one that says nothing.
     *
     * @param pause how long the agency wants to be left in peace; null if it did not say
     */
    record Unknown(String problem, @Nullable Duration pause) implements Answer {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.unknown(problem, pause);
        }
    }
}
