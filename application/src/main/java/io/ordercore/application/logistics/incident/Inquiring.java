package io.ordercore.application.logistics.incident;

import io.ordercore.application.Store;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.Inquiries.Inquiry;
import io.ordercore.application.logistics.Inquiries.InquiryRequest;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Has carriers look for parcels that do not move: asked outside any transaction, what they answer is a step of the case. */
final class Inquiring {
    private final Store store;
    private final AskingCarriers carriers;
    private final OpeningCases opening;
    private final Remedying remedying;
    private final Telling telling;
    private final Clock clock;
    private final Consumer<Runnable> inTransaction;

    Inquiring(
            Store store,
            AskingCarriers carriers,
            OpeningCases opening,
            Remedying remedying,
            Telling telling,
            Clock clock,
            Consumer<Runnable> inTransaction) {
        this.store = store;
        this.carriers = carriers;
        this.opening = opening;
        this.remedying = remedying;
        this.telling = telling;
        this.clock = clock;
        this.inTransaction = inTransaction;
    }

    void ask(IncidentCase it) {
        ConnectedCarrier carrier = carriers.carrier(it);
        if (carrier == null) {
            goOn(it);
            return;
        }
        InquiryRequest request = new InquiryRequest(carriers.parcel(it).number(), it.kind(), it.evidence());
        carrier.openInquiry(carriers.context(), request, new IdempotencyKey("inquiry-" + it.id()))
                .decide(new Answered(it));
    }

    void follow(IncidentCase it) {
        ConnectedCarrier carrier = carriers.carrier(it);
        String inquiry = it.carrierRef();
        if (carrier == null || inquiry == null) {
            goOn(it);
        } else {
            carrier.findInquiry(carriers.context(), inquiry).decide(new Answered(it));
        }
    }

    /** The carrier has not answered in time: somebody is told, and the buyer waits for it no longer. */
    void overdue(IncidentCase it) {
        inTransaction.accept(() -> {
            IncidentCase escalated = it.escalated(clock.instant());
            store.incidents().save(escalated);
            telling.buyer(escalated, "inquiry-overdue", Map.of());
            remedying.offer(escalated, Set.of());
        });
    }

    /** What a carrier says about an inquiry. */
    private final class Answered implements CarrierResult.Cases<Inquiry, Boolean> {
        private final IncidentCase it;

        Answered(IncidentCase it) {
            this.it = it;
        }

        @Override
        public Boolean ok(Inquiry inquiry, String raw) {
            return switch (inquiry.status()) {
                case OPEN -> it.stage() == CaseStage.OPEN ? wait(inquiry) : later();
                case LOCATED -> answered(inquiry, "inquiry-located");
                case NOT_LOCATED -> answered(inquiry, "inquiry-not-located");
                case LOST -> lost(inquiry);
            };
        }

        private boolean wait(Inquiry inquiry) {
            inTransaction.accept(() -> {
                Instant now = clock.instant();
                IncidentCase asked = it.to(CaseStage.CARRIER_INQUIRY, "asked", now.plus(AskingCarriers.LOOK_AGAIN), now)
                        .withCarrierRef(inquiry.ref());
                store.incidents().save(asked);
                telling.buyer(
                        asked, "inquiry-opened", Map.of("until", asked.dueAt().toString()));
            });
            return true;
        }

        private boolean later() {
            return carriers.later(it, AskingCarriers.ASK_AGAIN);
        }

        private boolean answered(Inquiry inquiry, String code) {
            inTransaction.accept(() -> {
                IncidentCase answered = it.withCarrierRef(inquiry.ref())
                        .decided("the carrier says " + inquiry.status() + ": " + inquiry.answer(), clock.instant());
                store.incidents().save(answered);
                telling.buyer(answered, code, Map.of());
            });
            return true;
        }

        private boolean lost(Inquiry inquiry) {
            inTransaction.accept(() -> {
                opening.open(carriers.parcel(it), IncidentKind.LOST, "the carrier says so: " + inquiry.answer());
                store.incidents()
                        .find(it.id())
                        .filter(still -> still.stage().isOpen())
                        .ifPresent(still -> store.incidents()
                                .save(still.to(CaseStage.RESOLVED, "it is lost", null, clock.instant())));
            });
            return true;
        }

        @Override
        public Boolean rejected(CarrierResult.Rejected<?> no) {
            return goOn(it);
        }

        @Override
        public Boolean retryable(CarrierResult.Retryable<?> no) {
            return carriers.later(it, no.retryAfter());
        }

        @Override
        public Boolean outcomeUnknown(CarrierResult.OutcomeUnknown<?> unknown) {
            return later();
        }

        @Override
        public Boolean unsupported(CarrierResult.Unsupported<?> no) {
            return goOn(it);
        }
    }

    /** Nobody can be asked: what can be done without an answer is offered. */
    private boolean goOn(IncidentCase it) {
        inTransaction.accept(() -> remedying.offer(it, Set.of()));
        return true;
    }
}
