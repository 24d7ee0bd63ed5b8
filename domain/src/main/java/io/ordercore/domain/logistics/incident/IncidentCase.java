package io.ordercore.domain.logistics.incident;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import java.time.Duration;
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
 * @param carrierRef what the carrier calls the claim, or the inquiry of a case that is not claimed; absent without one
 * @param offered what the buyer may choose from, the first by default; empty before an offer, and where an agent decides
 * @param remedy what was chosen, by the buyer, an agent or the policy; absent before
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
        @Nullable String carrierRef,
        List<Remedy> offered,
        @Nullable Remedy remedy,
        List<Step> history,
        long version) {
    /** What the step is called by which a case is opened again. */
    private static final String TURNED_UP = "turned up: ";

    /** One thing that was done. */
    public record Step(CaseStage stage, String what, Instant at) {}

    public IncidentCase {
        offered = List.copyOf(offered);
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
                List.of(),
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
        return with(next, now.plus(CasePolicy.patience(next)), nextAt, escalations, step(next, what, now));
    }

    /** The same with the carrier's name for it, which goes with the step that follows. */
    public IncidentCase withCarrierRef(String reference) {
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
                offered,
                remedy,
                history,
                version);
    }

    /** Who bears it is decided; a remedy follows at once. */
    public IncidentCase decided(String what, Instant at) {
        return to(CaseStage.LIABILITY_DECIDED, what, at, at);
    }

    /**
     * The buyer may choose.
     *
     * @param choices the first is carried out when the deadline passes; empty if an agent decides
     */
    public IncidentCase offering(List<Remedy> choices, Duration toChoose, String what, Instant at) {
        IncidentCase moved = to(CaseStage.REMEDY_OFFERED, what, null, at);
        return moved.changed(choices.isEmpty() ? moved.dueAt : at.plus(toChoose), null, choices, null);
    }

    /**
     * Chosen, and on its way: what it waits for is looked at again.
     *
     * @param until when it should have helped
     */
    public IncidentCase waitingFor(Remedy chosen, String what, Instant until, Instant at) {
        IncidentCase moved = to(CaseStage.REMEDY_OFFERED, what, until, at);
        return moved.changed(until.plus(CasePolicy.patience(CaseStage.REMEDY_OFFERED)), until, offered, chosen);
    }

    /** Done: the buyer has goods or money, or will have them without anything more to decide. */
    public IncidentCase remediedBy(Remedy done, String what, Instant at) {
        IncidentCase moved = to(CaseStage.RESOLVED, what, null, at);
        return moved.changed(moved.dueAt, null, offered, done);
    }

    /** A parcel that was given up is seen again: people decide what follows. */
    public IncidentCase turnedUp(String where, Instant at) {
        return to(CaseStage.OPEN, TURNED_UP + where, null, at);
    }

    /** Whether it was opened again because the parcel was seen there. */
    public boolean hasTurnedUp(String where) {
        return history.stream().anyMatch(step -> step.what().equals(TURNED_UP + where));
    }

    /** Whether the parcel, given up, was seen again at all. */
    public boolean hasTurnedUp() {
        return history.stream().anyMatch(step -> step.what().startsWith(TURNED_UP));
    }

    /** Whether the buyer was already asked to wait. */
    public boolean hasWaited() {
        return history.stream().anyMatch(step -> step.what().startsWith(Remedy.KEEP_WAITING.name()));
    }

    /** Whether goods or money were given for a parcel that is not expected any more. */
    public boolean gaveUpTheParcel() {
        return remedy != null && remedy.givesUpTheParcel();
    }

    private IncidentCase changed(Instant due, @Nullable Instant next, List<Remedy> choices, @Nullable Remedy chosen) {
        return new IncidentCase(
                id,
                fulfilment,
                kind,
                evidence,
                stage,
                openedAt,
                due.truncatedTo(ChronoUnit.MICROS),
                next == null ? null : next.truncatedTo(ChronoUnit.MICROS),
                escalations,
                carrierRef,
                choices,
                chosen,
                history,
                version);
    }

    /** Looked at again later; nothing has changed. */
    public IncidentCase lookAgainAt(Instant later) {
        return with(stage, dueAt, later, escalations, history);
    }

    /** The deadline has passed: somebody is told, and there is as much time again. */
    public IncidentCase escalated(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return with(
                stage, now.plus(CasePolicy.patience(stage)), nextAt, escalations + 1, step(stage, "escalated", now));
    }

    private List<Step> step(CaseStage at, String what, Instant now) {
        List<Step> steps = new ArrayList<>(history);
        steps.add(new Step(at, what, now));
        return steps;
    }

    private IncidentCase with(CaseStage at, Instant due, @Nullable Instant next, int missed, List<Step> steps) {
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
                carrierRef,
                offered,
                remedy,
                steps,
                version + 1);
    }
}
