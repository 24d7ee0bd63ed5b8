package io.ordercore.domain.logistics.incident;

import io.ordercore.domain.logistics.tracking.IncidentHandling;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import java.time.Duration;

/** Which incidents become cases, and how long each step may take. */
public final class CasePolicy {
    private CasePolicy() {}

    /** Whether it is worth a case. Information and what nobody can place are left to tracking. */
    public static boolean opensACase(IncidentKind kind) {
        return switch (kind.defaultHandling()) {
            case CLAIM_AND_REPLACE,
                    TRACE,
                    NEW_DATE,
                    NUDGE,
                    REDIRECT_OR_OTHER_CARRIER,
                    ASK_CONSIGNEE,
                    REDELIVER,
                    RETURN_AND_REFUND,
                    REMIND_THEN_RETURN,
                    DOCUMENTS,
                    PAYMENT_LINK,
                    MANUAL -> true;
            case REPACK, CORRECT, WAIT, INFORM -> false;
        };
    }

    /** Whether the carrier answers for it with money. */
    public static boolean isClaimed(IncidentKind kind) {
        return kind == IncidentKind.LOST || kind == IncidentKind.DAMAGED || kind == IncidentKind.DESTROYED;
    }

    /** Whether the carrier is asked where the parcel is before the buyer is offered anything. */
    public static boolean isInquired(IncidentKind kind) {
        return kind.defaultHandling() == IncidentHandling.TRACE || kind.defaultHandling() == IncidentHandling.NUDGE;
    }

    /** How long a stage may take before somebody is told. */
    public static Duration patience(CaseStage stage) {
        return switch (stage) {
            case OPEN -> Duration.ofHours(4);
            case CARRIER_INQUIRY -> Duration.ofDays(3);
            case LIABILITY_DECIDED -> Duration.ofHours(4);
            case REMEDY_OFFERED -> Duration.ofDays(2);
            case RESOLVED -> Duration.ofDays(30);
            case CLOSED -> Duration.ofDays(3650);
        };
    }
}
