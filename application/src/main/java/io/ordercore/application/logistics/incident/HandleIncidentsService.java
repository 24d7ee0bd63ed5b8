package io.ordercore.application.logistics.incident;

import io.ordercore.application.Ids;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Store;
import io.ordercore.application.Transactions;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.Claims.Claim;
import io.ordercore.application.logistics.Claims.ClaimRequest;
import io.ordercore.application.logistics.Claims.ClaimStatus;
import io.ordercore.application.logistics.Claims.ClaimType;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ParcelListener;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.incident.CasePolicy;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.ParcelIncident;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.party.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class HandleIncidentsService implements HandleIncidents, ParcelListener {
    private static final Logger LOG = LoggerFactory.getLogger(HandleIncidentsService.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

    private final Store store;
    private final Transactions transactions;
    private final IncidentCases cases;
    private final Carriers carriers;
    private final Clock clock;
    private final Ids ids;

    HandleIncidentsService(Store store, Carriers carriers, Clock clock, Ids ids) {
        this.store = store;
        this.transactions = store.transactions();
        this.cases = store.incidents();
        this.carriers = carriers;
        this.clock = clock;
        this.ids = ids;
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
    public List<IncidentCase> workList(int limit) {
        return cases.open(limit);
    }

    /** What a carrier said opens cases, ends them, or contradicts them. */
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
        boolean moved = after.lastMovement().isAfter(before.lastMovement());
        for (IncidentCase it : cases.of(after.fulfilment())) {
            if (moved && contradicts(it, after)) {
                contradicted(it, after);
            } else if (it.stage().isOpen() && isOver(it, after, moved)) {
                cases.save(it.to(CaseStage.RESOLVED, "over: " + after.state().status(), null, now()));
                tell(after.fulfilment(), "parcel-goes-on", it, facts(it, after));
            }
        }
    }

    private static boolean isOver(IncidentCase it, Parcel parcel, boolean moved) {
        boolean openStill = parcel.state().openIncidents().stream().anyMatch(incident -> incident.kind() == it.kind());
        boolean bySilence = it.kind() == IncidentKind.STALLED || it.kind() == IncidentKind.LOST;
        return !openStill && it.kind() != IncidentKind.DAMAGED && (!bySilence || moved);
    }

    /** A parcel that was given up, and is seen again. */
    private static boolean contradicts(IncidentCase it, Parcel parcel) {
        return it.kind() == IncidentKind.LOST
                && !it.stage().isOpen()
                && parcel.state().status().isScan();
    }

    private void contradicted(IncidentCase it, Parcel parcel) {
        Instant now = now();
        IncidentCase open = it.to(CaseStage.OPEN, "turned up: " + parcel.state().status(), null, now);
        cases.save(open);
        cases.save(open.to(CaseStage.RESOLVED, "the parcel goes on", null, now));
        tell(parcel.fulfilment(), "parcel-turned-up", it, facts(it, parcel));
    }

    private void open(Parcel parcel, IncidentKind kind, String evidence) {
        boolean open = cases.of(parcel.fulfilment()).stream()
                .anyMatch(it -> it.kind() == kind
                        && (it.stage().isOpen() || it.openedAt().isAfter(parcel.lastMovement())));
        if (!open && CasePolicy.opensACase(kind)) {
            IncidentCase opened = IncidentCase.opened(ids.next(), parcel.fulfilment(), kind, evidence, now());
            cases.save(opened);
            tell(parcel.fulfilment(), kind.messageKey().replace("incident.", "parcel-"), opened, facts(opened, parcel));
        }
    }

    @Override
    public int listenForSilence(int limit) {
        Instant now = now();
        List<Parcel> silent = store.parcels().silent(now, limit);
        silent.forEach(parcel -> unlessChanged(() -> {
            boolean lost = parcel.isSilentEnoughToBeLost(now);
            long days = Duration.between(parcel.lastMovement(), now).toDays();
            store.parcels().save(parcel.silenceNoted(now));
            open(parcel, lost ? IncidentKind.LOST : IncidentKind.STALLED, "silent for " + days + " days");
        }));
        return silent.size();
    }

    @Override
    public int advance(int limit) {
        List<IncidentCase> due = cases.due(now(), limit);
        due.forEach(this::advance);
        return due.size();
    }

    private void advance(IncidentCase it) {
        Instant now = now();
        if (it.dueAt().isBefore(now) && it.stage().isOpen()) {
            LOG.warn("case {} has been {} for too long", it.id(), it.stage());
            unlessChanged(() -> cases.save(it.escalated(now)));
            return;
        }
        switch (it.stage()) {
            case OPEN -> begin(it);
            case CARRIER_INQUIRY -> inquire(it);
            case LIABILITY_DECIDED, REMEDY_OFFERED -> LOG.debug("case {} waits for people", it.id());
            case RESOLVED -> unlessChanged(() -> cases.save(it.to(CaseStage.CLOSED, "no more news", null, now)));
            case CLOSED -> LOG.debug("nothing is to be done about a closed case");
        }
    }

    /** What the carrier answers for is claimed; for everything else the buyer is told what follows. */
    private void begin(IncidentCase it) {
        Parcel parcel = store.parcels().find(it.fulfilment()).orElseThrow();
        if (!CasePolicy.isClaimed(it.kind())) {
            unlessChanged(() -> cases.save(it.to(CaseStage.REMEDY_OFFERED, "told, and watched", null, now())));
            return;
        }
        ConnectedCarrier carrier = carriers.find(parcel.carrier());
        if (carrier == null) {
            decided(it, "no claim can be made; the platform bears it");
            return;
        }
        ClaimRequest request = new ClaimRequest(
                parcel.number(),
                it.kind() == IncidentKind.DAMAGED ? ClaimType.DAMAGED : ClaimType.LOST,
                worth(it.fulfilment()),
                it.evidence(),
                List.of());
        carrier.openClaim(context(), request, key(it)).decide(new Claimed(it));
    }

    private void inquire(IncidentCase it) {
        Parcel parcel = store.parcels().find(it.fulfilment()).orElseThrow();
        ConnectedCarrier carrier = carriers.find(parcel.carrier());
        String claim = it.claim();
        if (carrier == null || claim == null) {
            decided(it, "no claim can be made; the platform bears it");
        } else {
            carrier.findClaim(context(), claim).decide(new Claimed(it));
        }
    }

    /** What a carrier says about a claim. */
    private final class Claimed implements CarrierResult.Cases<Claim, Boolean> {
        private final IncidentCase it;

        Claimed(IncidentCase it) {
            this.it = it;
        }

        @Override
        public Boolean ok(Claim claim, String raw) {
            return switch (claim.status()) {
                case APPROVED, PAID -> decided(it.claimed(claim.ref()), "the carrier is liable");
                case REJECTED, CANCELLED ->
                    decided(it.claimed(claim.ref()), "the carrier refuses; the platform bears it");
                case SUBMITTED, UNDER_REVIEW -> waitFor(claim.ref(), claim.status());
            };
        }

        private boolean waitFor(String ref, ClaimStatus status) {
            Instant now = now();
            unlessChanged(() -> cases.save(
                    it.stage() == CaseStage.OPEN
                            ? it.to(CaseStage.CARRIER_INQUIRY, "claim " + status, now.plus(LOOK_AGAIN), now)
                                    .claimed(ref)
                            : it.lookAgainAt(now.plus(ASK_AGAIN))));
            return true;
        }

        @Override
        public Boolean rejected(CarrierResult.Rejected<?> no) {
            return decided(it, "the carrier refuses: " + no.code());
        }

        @Override
        public Boolean retryable(CarrierResult.Retryable<?> later) {
            unlessChanged(() -> cases.save(it.lookAgainAt(now().plus(later.retryAfter()))));
            return true;
        }

        @Override
        public Boolean outcomeUnknown(CarrierResult.OutcomeUnknown<?> unknown) {
            unlessChanged(() -> cases.save(it.lookAgainAt(now().plus(ASK_AGAIN))));
            return true;
        }

        @Override
        public Boolean unsupported(CarrierResult.Unsupported<?> no) {
            return decided(it, "this carrier takes no claims; the platform bears it");
        }
    }

    private boolean decided(IncidentCase it, String what) {
        Instant now = now();
        unlessChanged(() -> cases.save(it.decided(what, now)));
        return true;
    }

    @Override
    public Optional<IncidentCase> resolve(UUID id, String note, Actor actor) {
        return transactions.run(() -> cases.find(id).map(it -> {
            if (!it.stage().isOpen()) {
                return it;
            }
            IncidentCase resolved = it.to(CaseStage.RESOLVED, actor.id() + ": " + note, null, now());
            cases.save(resolved);
            tell(
                    it.fulfilment(),
                    "incident-resolved",
                    resolved,
                    Map.of("incident", it.kind().name(), "note", note));
            return resolved;
        }));
    }

    private Money worth(FulfilmentId id) {
        Order order = store.orders().find(id.order()).orElseThrow();
        Map<Integer, Integer> units =
                store.fulfilments().find(id).map(Fulfilment::units).orElse(Map.of());
        Money worth = Money.zero(order.total().getCurrencyUnit());
        for (OrderLine line : order.lines()) {
            worth = worth.plus(line.unitPrice().multipliedBy(units.getOrDefault(line.number(), 0)));
        }
        return worth;
    }

    private Map<String, String> facts(IncidentCase it, Parcel parcel) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("incident", it.kind().name());
        facts.put("case", it.id().toString());
        facts.put("carrier", parcel.carrier().value());
        facts.put("number", parcel.number().value());
        facts.put("status", parcel.state().status().name());
        var window = parcel.latestWindow();
        var through = window == null ? null : window.through();
        facts.put("expected", through == null ? "" : through.raw());
        return facts;
    }

    private void tell(FulfilmentId id, String code, IncidentCase it, Map<String, String> facts) {
        @Nullable Order order = store.orders().find(id.order()).orElse(null);
        if (order != null) {
            store.notices()
                    .tell(new Notice(
                            ids.next(),
                            Recipient.buyer(order.buyer().value()),
                            it.id() + "/" + code + "/" + it.history().size(),
                            code,
                            id.order().toString(),
                            facts,
                            now()));
        }
    }

    private CarrierContext context() {
        return new CarrierContext("default", "ordercore", clock.instant().plus(PATIENCE), Locale.ENGLISH, "incidents");
    }

    private static IdempotencyKey key(IncidentCase it) {
        return new IdempotencyKey("case-" + it.id());
    }

    /** Somebody else took the step meanwhile: theirs counts. */
    private void unlessChanged(Runnable work) {
        try {
            transactions.run(work);
        } catch (StaleVersionException e) {
            LOG.debug("done meanwhile", e);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
