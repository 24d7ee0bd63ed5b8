package io.ordercore.application.logistics.incident;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Store;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.incident.IncidentCases.Filter;
import io.ordercore.domain.logistics.incident.CasePolicy;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.Remedy;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class HandleIncidentsService implements HandleIncidents, ChooseRemedy {
    private static final Logger LOG = LoggerFactory.getLogger(HandleIncidentsService.class);

    private final Store store;
    private final IncidentCases cases;
    private final OpeningCases opening;
    private final AskingCarriers asking;
    private final Inquiring inquiring;
    private final Remedying remedying;
    private final Returning returning;
    private final Telling telling;
    private final Clock clock;

    HandleIncidentsService(
            Store store,
            Carriers carriers,
            OpeningCases opening,
            Remedying remedying,
            Returning returning,
            Telling telling,
            Clock clock) {
        this.store = store;
        this.cases = store.incidents();
        this.opening = opening;
        this.asking = new AskingCarriers(store, carriers, telling, clock, this::unlessChanged);
        this.inquiring = new Inquiring(store, asking, opening, remedying, telling, clock, this::unlessChanged);
        this.remedying = remedying;
        this.returning = returning;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public Optional<IncidentCase> find(UUID id) {
        return cases.find(id);
    }

    @Override
    public List<IncidentCase> of(OrderId order) {
        return cases.of(order);
    }

    @Override
    public List<IncidentCase> workList(Filter wanted, int limit) {
        return cases.open(wanted, limit);
    }

    @Override
    public List<IncidentRate> rates(Instant from, int limit) {
        return cases.rates(from, limit);
    }

    @Override
    public RemedyDecision choose(Command command) {
        return store.transactions().run(() -> {
            IncidentCase it = cases.find(command.incident())
                    .orElseThrow(() -> new IllegalArgumentException("no case " + command.incident()));
            return remedying.choose(it, command.remedy(), command.actor());
        });
    }

    @Override
    public Optional<IncidentCase> resolve(UUID id, String note, Actor actor) {
        return store.transactions()
                .run(() -> cases.find(id).map(it -> {
                    if (!it.stage().isOpen()) {
                        return it;
                    }
                    IncidentCase resolved = it.to(CaseStage.RESOLVED, actor.id() + ": " + note, null, clock.instant());
                    cases.save(resolved);
                    telling.buyer(resolved, "incident-resolved", Map.of("note", note));
                    return resolved;
                }));
    }

    @Override
    public int listenForSilence(int limit) {
        Instant now = clock.instant();
        List<Parcel> silent = store.parcels().silent(now, limit);
        silent.forEach(parcel -> unlessChanged(() -> {
            boolean lost = parcel.isSilentEnoughToBeLost(now);
            long days = Duration.between(parcel.lastMovement(), now).toDays();
            store.parcels().save(parcel.silenceNoted(now));
            opening.open(parcel, lost ? IncidentKind.LOST : IncidentKind.STALLED, "silent for " + days + " days");
        }));
        return silent.size();
    }

    @Override
    public int advance(int limit) {
        List<IncidentCase> due = cases.due(clock.instant(), limit);
        due.forEach(this::advance);
        return due.size();
    }

    private void advance(IncidentCase it) {
        Instant now = clock.instant();
        boolean missed = it.stage().isOpen() && !it.dueAt().isAfter(now);
        if (missed && !(it.stage() == CaseStage.REMEDY_OFFERED && !it.offered().isEmpty() && it.remedy() == null)) {
            LOG.warn("case {} has been {} for too long", it.id(), it.stage());
            if (it.stage() == CaseStage.CARRIER_INQUIRY && CasePolicy.isInquired(it.kind())) {
                inquiring.overdue(it);
            } else {
                unlessChanged(() -> cases.save(it.escalated(now)));
            }
            return;
        }
        switch (it.stage()) {
            case OPEN -> begin(it);
            case CARRIER_INQUIRY -> {
                if (CasePolicy.isInquired(it.kind())) {
                    inquiring.follow(it);
                } else {
                    asking.followClaim(it);
                }
            }
            case LIABILITY_DECIDED -> unlessChanged(() -> remedying.offer(it, Set.of()));
            case REMEDY_OFFERED -> unlessChanged(() -> goOn(it));
            case RESOLVED -> unlessChanged(() -> cases.save(it.to(CaseStage.CLOSED, "no more news", null, now)));
            case CLOSED -> LOG.debug("nothing is to be done about a closed case");
        }
    }

    /** What the carrier answers for is claimed first, what it may find is asked for; for everything else the buyer is offered what follows. */
    private void begin(IncidentCase it) {
        if (CasePolicy.isClaimed(it.kind())) {
            asking.claim(it);
        } else if (CasePolicy.isInquired(it.kind())) {
            inquiring.ask(it);
        } else {
            unlessChanged(() -> remedying.offer(it, Set.of()));
        }
    }

    /** Nobody chose, waiting was in vain, or the carrier does not bring the parcel back. */
    private void goOn(IncidentCase it) {
        Remedy chosen = it.remedy();
        if (chosen == null) {
            remedying.byDefault(it);
        } else if (chosen == Remedy.KEEP_WAITING) {
            remedying.offer(it, Set.of());
        } else if (returning.failed(it)) {
            telling.buyer(it, "remedy-return-refused", Map.of());
            remedying.offer(it, Set.of(Remedy.RETURN));
        } else {
            cases.save(it.lookAgainAt(clock.instant().plus(Returning.LOOK_AGAIN)));
        }
    }

    /** Somebody else took the step meanwhile: theirs counts. */
    private void unlessChanged(Runnable work) {
        try {
            store.transactions().run(work);
        } catch (StaleVersionException e) {
            LOG.debug("done meanwhile", e);
        }
    }
}
