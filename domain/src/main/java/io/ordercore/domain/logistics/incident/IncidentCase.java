package io.ordercore.domain.logistics.incident;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident of one parcel, from its detection to its end. Immutable.
 *
 * @param evidence what it was seen by
 * @param dueAt when the stage has taken too long
 * @param nextAt when something is to be done about it next; absent while only people can
 * @param escalations how often a deadline was missed
 * @param claim what the carrier calls the claim; absent without one
 * @param history every step, the earliest first
 * @param version rises by one with every change; 1 when opened
 */
public record IncidentCase(
        UUID id,
        FulfilmentId fulfilment,
        IncidentKind kind,
        String evidence,
        CaseStage stage,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant nextAt,
        int escalations,
        @Nullable String claim,
        List<Step> history,
        long version) {
    /** One thing that was done. */
    public record Step(CaseStage stage, String what, Instant at) {}

    public IncidentCase {
        history = List.copyOf(history);
    }

    public static IncidentCase opened(
            UUID id, FulfilmentId fulfilment, IncidentKind kind, String evidence, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return new IncidentCase(
                id,
                fulfilment,
                kind,
                evidence,
                CaseStage.OPEN,
                now,
                now.plus(CasePolicy.patience(CaseStage.OPEN)),
                now,
                0,
                null,
                List.of(new Step(CaseStage.OPEN, "detected", now)),
                1);
    }

    /** The next stage, with a new deadline. */
    public IncidentCase to(CaseStage next, String what, @Nullable Instant nextAt, Instant at) {
        if (!stage.next().contains(next)) {
            throw new IllegalStateException("a case cannot go from " + stage + " to " + next);
        }
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return with(next, now.plus(CasePolicy.patience(next)), nextAt, escalations, claim, step(next, what, now));
    }

    /** The same with the claim's name, which goes with the step that follows. */
    public IncidentCase claimed(String reference) {
        return new IncidentCase(
                id,
                fulfilment,
                kind,
                evidence,
                stage,
                openedAt,
                dueAt,
                nextAt,
                escalations,
                reference,
                history,
                version);
    }

    /** Who bears it is decided; an agent puts it right with the buyer. */
    public IncidentCase decided(String what, Instant at) {
        return to(CaseStage.LIABILITY_DECIDED, what, null, at);
    }

    /** Looked at again later; nothing has changed. */
    public IncidentCase lookAgainAt(Instant later) {
        return with(stage, dueAt, later, escalations, claim, history);
    }

    /** The deadline has passed: somebody is told, and there is as much time again. */
    public IncidentCase escalated(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return with(
                stage,
                now.plus(CasePolicy.patience(stage)),
                nextAt,
                escalations + 1,
                claim,
                step(stage, "escalated", now));
    }

    private List<Step> step(CaseStage at, String what, Instant now) {
        List<Step> steps = new ArrayList<>(history);
        steps.add(new Step(at, what, now));
        return steps;
    }

    private IncidentCase with(
            CaseStage at,
            Instant due,
            @Nullable Instant next,
            int missed,
            @Nullable String reference,
            List<Step> steps) {
        return new IncidentCase(
                id,
                fulfilment,
                kind,
                evidence,
                at,
                openedAt,
                due,
                next == null ? null : next.truncatedTo(ChronoUnit.MICROS),
                missed,
                reference,
                steps,
                version + 1);
    }
}
