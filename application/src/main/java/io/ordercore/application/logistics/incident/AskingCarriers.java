package io.ordercore.application.logistics.incident;

import io.ordercore.application.Store;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.Claims.Claim;
import io.ordercore.application.logistics.Claims.ClaimRequest;
import io.ordercore.application.logistics.Claims.ClaimStatus;
import io.ordercore.application.logistics.Claims.ClaimType;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Parcel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Claims from carriers: asked outside any transaction, what they answer is a step of the case. */
final class AskingCarriers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    static final Duration ASK_AGAIN = Duration.ofMinutes(10);

    private final Store store;
    private final Carriers carriers;
    private final Telling telling;
    private final Clock clock;
    private final Consumer<Runnable> inTransaction;

    /**
     * Asks these carriers.
     *
     * @param inTransaction runs a step in a transaction, unless somebody else took it meanwhile
     */
    AskingCarriers(Store store, Carriers carriers, Telling telling, Clock clock, Consumer<Runnable> inTransaction) {
        this.store = store;
        this.carriers = carriers;
        this.telling = telling;
        this.clock = clock;
        this.inTransaction = inTransaction;
    }

    void claim(IncidentCase it) {
        Parcel parcel = parcel(it);
        ConnectedCarrier carrier = carrier(it);
        if (carrier == null) {
            decided(it, "no claim can be made; the platform bears it");
            return;
        }
        ClaimRequest request = new ClaimRequest(
                parcel.number(),
                it.kind() == IncidentKind.DAMAGED ? ClaimType.DAMAGED : ClaimType.LOST,
                Remedying.worth(
                        store.orders().find(it.fulfilment().order()).orElseThrow(),
                        store.fulfilments().find(it.fulfilment()).orElseThrow()),
                it.evidence(),
                List.of());
        carrier.openClaim(context(), request, key(it)).decide(new Claimed(it));
    }

    /** What became of a claim. */
    void followClaim(IncidentCase it) {
        ConnectedCarrier carrier = carrier(it);
        String claim = it.carrierRef();
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
                case APPROVED, PAID -> decided(it.withCarrierRef(claim.ref()), "the carrier is liable");
                case REJECTED, CANCELLED ->
                    decided(it.withCarrierRef(claim.ref()), "the carrier refuses; the platform bears it");
                case SUBMITTED, UNDER_REVIEW -> waitFor(claim.ref(), claim.status());
            };
        }

        private boolean waitFor(String ref, ClaimStatus status) {
            Instant now = clock.instant();
            if (it.stage() != CaseStage.OPEN) {
                return later(it, ASK_AGAIN);
            }
            inTransaction.accept(() -> {
                IncidentCase asked = it.to(CaseStage.CARRIER_INQUIRY, "claim " + status, now.plus(LOOK_AGAIN), now)
                        .withCarrierRef(ref);
                store.incidents().save(asked);
                telling.buyer(
                        asked, "incident-inquiry", Map.of("until", asked.dueAt().toString()));
            });
            return true;
        }

        @Override
        public Boolean rejected(CarrierResult.Rejected<?> no) {
            return decided(it, "the carrier refuses: " + no.code());
        }

        @Override
        public Boolean retryable(CarrierResult.Retryable<?> no) {
            return later(it, no.retryAfter());
        }

        @Override
        public Boolean outcomeUnknown(CarrierResult.OutcomeUnknown<?> unknown) {
            return later(it, ASK_AGAIN);
        }

        @Override
        public Boolean unsupported(CarrierResult.Unsupported<?> no) {
            return decided(it, "this carrier takes no claims; the platform bears it");
        }
    }

    private boolean decided(IncidentCase it, String what) {
        inTransaction.accept(() -> store.incidents().save(it.decided(what, clock.instant())));
        return true;
    }

    boolean later(IncidentCase it, Duration after) {
        inTransaction.accept(
                () -> store.incidents().save(it.lookAgainAt(clock.instant().plus(after))));
        return true;
    }

    Parcel parcel(IncidentCase it) {
        return store.parcels().find(it.fulfilment()).orElseThrow();
    }

    @Nullable
    ConnectedCarrier carrier(IncidentCase it) {
        return carriers.find(parcel(it).carrier());
    }

    CarrierContext context() {
        return new CarrierContext("default", "ordercore", clock.instant().plus(PATIENCE), Locale.ENGLISH, "incidents");
    }

    private static IdempotencyKey key(IncidentCase it) {
        return new IdempotencyKey("case-" + it.id());
    }
}
