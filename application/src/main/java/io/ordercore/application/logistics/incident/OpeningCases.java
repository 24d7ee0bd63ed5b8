package io.ordercore.application.logistics.incident;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.logistics.ParcelListener;
import io.ordercore.domain.logistics.incident.CasePolicy;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.Remedy;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.ParcelIncident;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What a carrier said opens cases, ends them, or contradicts them; in the transaction that stores what it said. */
final class OpeningCases implements ParcelListener {
    private final IncidentCases cases;
    private final Remedying remedying;
    private final Telling telling;
    private final Clock clock;
    private final Ids ids;

    OpeningCases(Store store, Remedying remedying, Telling telling, Clock clock, Ids ids) {
        this.cases = store.incidents();
        this.remedying = remedying;
        this.telling = telling;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void heard(Parcel before, Parcel after) {
        List<IncidentKind> known = before.state().openIncidents().stream()
                .map(ParcelIncident::kind)
                .toList();
        for (ParcelIncident incident : after.state().openIncidents()) {
            if (!known.contains(incident.kind())) {
                open(
                        after,
                        incident.kind(),
                        incident.openedBy().rawCode() + " "
                                + incident.openedBy().time().raw());
            }
        }
        if (after.state().status() == TrackingStatus.RETURNED && before.state().status() != TrackingStatus.RETURNED) {
            cameBack(after);
        }
        boolean moved = after.lastMovement().isAfter(before.lastMovement());
        for (IncidentCase it : cases.of(after.fulfilment())) {
            if (moved && contradicts(it, after)) {
                contradicted(it, after);
            } else if (it.stage().isOpen() && isOver(it, after, moved)) {
                over(it, after);
            }
        }
    }

    private void over(IncidentCase it, Parcel parcel) {
        IncidentCase over = it.to(CaseStage.RESOLVED, "over: " + parcel.state().status(), null, clock.instant());
        cases.save(over);
        telling.buyer(over, "parcel-goes-on", Map.of());
    }

    /** A parcel that is back with its sender is paid back; its cases are over by that. */
    private void cameBack(Parcel parcel) {
        if (!remedying.paidBackAsReturned(parcel.fulfilment())) {
            return;
        }
        for (IncidentCase it : cases.of(parcel.fulfilment())) {
            if (it.stage().isOpen()) {
                cases.save(it.remediedBy(Remedy.RETURN, "RETURN by the carrier", clock.instant()));
            }
        }
    }

    private static boolean isOver(IncidentCase it, Parcel parcel, boolean moved) {
        boolean openStill = parcel.state().openIncidents().stream().anyMatch(incident -> incident.kind() == it.kind());
        boolean bySilence = it.kind() == IncidentKind.STALLED || it.kind() == IncidentKind.LOST;
        return !openStill
                && !it.gaveUpTheParcel()
                && it.remedy() != Remedy.RETURN
                && it.kind() != IncidentKind.DAMAGED
                && (!bySilence || moved);
    }

    /** A parcel that was given up, and is seen again: the first time, and when it arrives. */
    private static boolean contradicts(IncidentCase it, Parcel parcel) {
        TrackingStatus status = parcel.state().status();
        boolean givenUp = it.gaveUpTheParcel() || it.kind() == IncidentKind.LOST;
        boolean news = status == TrackingStatus.DELIVERED ? !it.hasTurnedUp(status.name()) : !it.hasTurnedUp();
        return givenUp && news && !it.stage().isOpen() && status.isScan();
    }

    /** What the buyer was given stays given. Whether the parcel is wanted all the same is for people to decide. */
    private void contradicted(IncidentCase it, Parcel parcel) {
        IncidentCase open = it.turnedUp(parcel.state().status().name(), clock.instant());
        cases.save(open);
        if (!it.gaveUpTheParcel()) {
            cases.save(open.to(CaseStage.RESOLVED, "the parcel goes on", null, clock.instant()));
        }
        telling.buyer(
                open,
                it.gaveUpTheParcel() ? "parcel-turned-up-late" : "parcel-turned-up",
                Map.of("remedy", String.valueOf(it.remedy())));
    }

    void open(Parcel parcel, IncidentKind kind, String evidence) {
        List<IncidentCase> before = cases.of(parcel.fulfilment());
        boolean open = before.stream()
                .anyMatch(it -> it.kind() == kind
                        && (it.stage().isOpen() || it.openedAt().isAfter(parcel.lastMovement())));
        boolean givenUp = before.stream().anyMatch(IncidentCase::gaveUpTheParcel);
        if (open || givenUp || !CasePolicy.opensACase(kind)) {
            return;
        }
        IncidentCase opened = IncidentCase.opened(ids.next(), parcel.fulfilment(), kind, evidence, clock.instant());
        cases.save(opened);
        telling.buyer(opened, kind.messageKey().replace("incident.", "parcel-"), Map.of());
        if (kind == IncidentKind.LOST) {
            before.stream()
                    .filter(it -> it.stage().isOpen() && it.kind() == IncidentKind.STALLED)
                    .forEach(
                            it -> cases.save(it.to(CaseStage.RESOLVED, "it is taken for lost", null, clock.instant())));
        }
    }
}
