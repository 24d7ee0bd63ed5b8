package io.ordercore.domain.inspection;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An inspection on its way to the agency that is to do it: asked for again and again under the inspection's id, until the agency
 * answers.
 *
 * @param attempts how often it was asked for
 * @param nextAt when it is asked for next; null when it never is again
 * @param reference what the agency calls it; null until it is taken, and where the agency has no name for it
 * @param problem what came of the last attempt that was no success; null where there was none
 * @param version 1 when made; one more with every change
 */
public record AgencyOrder(
        InspectionId inspection,
        String agency,
        State state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String reference,
        @Nullable String problem,
        long version) {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_WAIT = 12;

    /** Where it stands. */
    public enum State {
        OPEN,
        TAKEN,
        /** The agency will not do it; somebody has to order from another one. */
        REFUSED
    }

    /** To be asked for at once. */
    public static AgencyOrder made(Inspection inspection, Instant now) {
        return new AgencyOrder(inspection.id(), inspection.agency(), State.OPEN, 0, now, null, null, 1);
    }

    /** Somebody asks now; nobody else does until then. */
    public AgencyOrder asking(Instant until) {
        return new AgencyOrder(inspection, agency, State.OPEN, attempts + 1, until, null, problem, version + 1);
    }

    public AgencyOrder taken(@Nullable String as) {
        return new AgencyOrder(inspection, agency, State.TAKEN, attempts, null, cut(as), problem, version + 1);
    }

    public AgencyOrder refused(String why) {
        return new AgencyOrder(inspection, agency, State.REFUSED, attempts, null, null, cut(why), version + 1);
    }

    /**
     * Nobody knows whether it was taken: it is asked for again, after twice the time each time, up to an hour or so.
     *
     * @param atLeast how long the agency wants to be left in peace; null if it did not say
     */
    public AgencyOrder unanswered(String why, @Nullable Duration atLeast, Instant now) {
        Duration wait = Duration.ofSeconds(1L << Math.min(LONGEST_WAIT, attempts));
        Duration longer = atLeast != null && atLeast.compareTo(wait) > 0 ? atLeast : wait;
        return new AgencyOrder(inspection, agency, State.OPEN, attempts, now.plus(longer), null, cut(why), version + 1);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
