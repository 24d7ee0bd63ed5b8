package io.ordercore.domain.logistics.tracking;

import static io.ordercore.domain.logistics.tracking.IncidentHandling.*;
import static io.ordercore.domain.logistics.tracking.ResponsibleParty.*;

import java.util.Locale;

/**
 * What can be wrong with a parcel: a closed set. Each kind names who can put it right, what the platform does by default
 * and whether the carrier's delivery clock stands still meanwhile.
 */
public enum IncidentKind {
    DAMAGED(CARRIER, CLAIM_AND_REPLACE, Ends.BY_DECISION),
    DESTROYED(CARRIER, CLAIM_AND_REPLACE, Ends.BY_DECISION),
    /** Said by the carrier, or inferred when a stalled parcel stays silent. */
    LOST(CARRIER, CLAIM_AND_REPLACE, Ends.AT_NEXT_SCAN),
    STALLED(CARRIER, TRACE, Ends.AT_NEXT_SCAN),
    DELAYED(CARRIER, NEW_DATE, Ends.AT_JOURNEYS_END),
    MISROUTED(CARRIER, NEW_DATE, Ends.AT_JOURNEYS_END),
    HELD_AT_DEPOT(CARRIER, NUDGE, Ends.AT_NEXT_SCAN),
    OUT_OF_AREA(CARRIER, REDIRECT_OR_OTHER_CARRIER, Ends.AT_JOURNEYS_END),
    LOCKER_FULL(CARRIER, REDELIVER, Ends.AT_JOURNEYS_END),
    REJECTED_BY_CARRIER(SHIPPER, REPACK, Ends.AT_NEXT_SCAN),
    SHIPPER_NOT_READY(SHIPPER, CORRECT, Ends.AT_NEXT_SCAN),
    BAD_DATA(SHIPPER, CORRECT, Ends.AT_NEXT_SCAN),
    BAD_ADDRESS(CONSIGNEE, ASK_CONSIGNEE, Ends.AT_JOURNEYS_END),
    BAD_CONTACT(CONSIGNEE, ASK_CONSIGNEE, Ends.AT_JOURNEYS_END),
    CONSIGNEE_ABSENT(CONSIGNEE, REDELIVER, Ends.AT_JOURNEYS_END),
    CONSIGNEE_UNREACHABLE(CONSIGNEE, ASK_CONSIGNEE, Ends.AT_JOURNEYS_END),
    PREMISES_CLOSED(CONSIGNEE, REDELIVER, Ends.AT_JOURNEYS_END),
    NO_ACCESS(CONSIGNEE, REDELIVER, Ends.AT_JOURNEYS_END),
    REFUSED(CONSIGNEE, RETURN_AND_REFUND, Ends.AT_JOURNEYS_END),
    CONSIGNEE_MOVED(CONSIGNEE, ASK_CONSIGNEE, Ends.AT_JOURNEYS_END),
    PICKUP_OVERDUE(CONSIGNEE, REMIND_THEN_RETURN, Ends.AT_JOURNEYS_END),
    PAYMENT_DUE(CONSIGNEE, PAYMENT_LINK, Ends.AT_NEXT_SCAN),
    CUSTOMS(AUTHORITY, DOCUMENTS, Ends.AT_NEXT_SCAN),
    SECURITY_HOLD(AUTHORITY, WAIT, Ends.AT_NEXT_SCAN),
    IDENTITY_CHECK_FAILED(AUTHORITY, DOCUMENTS, Ends.AT_NEXT_SCAN),
    WEATHER(NOBODY, NEW_DATE, Ends.AT_JOURNEYS_END),
    FORCE_MAJEURE(NOBODY, NEW_DATE, Ends.AT_JOURNEYS_END),
    DELAYED_HOLIDAY(NOBODY, NEW_DATE, Ends.AT_JOURNEYS_END),
    REDIRECTED(CUSTOMER, INFORM, Ends.AT_JOURNEYS_END),
    RESCHEDULED(CUSTOMER, INFORM, Ends.AT_JOURNEYS_END),
    RETURN_REQUESTED(CUSTOMER, INFORM, Ends.AT_JOURNEYS_END),
    INTERCEPT_REQUESTED(CUSTOMER, INFORM, Ends.AT_JOURNEYS_END),
    HOLD_REQUESTED(CUSTOMER, INFORM, Ends.AT_JOURNEYS_END),
    HANDED_TO_PARTNER(CARRIER, INFORM, Ends.AT_JOURNEYS_END),
    UNSPECIFIED(ResponsibleParty.UNKNOWN, MANUAL, Ends.AT_JOURNEYS_END);

    private final ResponsibleParty party;
    private final IncidentHandling handling;
    private final Ends ends;

    IncidentKind(ResponsibleParty party, IncidentHandling handling, Ends ends) {
        this.party = party;
        this.handling = handling;
        this.ends = ends;
    }

    public ResponsibleParty party() {
        return party;
    }

    public IncidentHandling defaultHandling() {
        return handling;
    }

    /** Whether the time during this incident is not held against the carrier. */
    public boolean stopsTheClock() {
        return switch (party) {
            case SHIPPER, CONSIGNEE, AUTHORITY, NOBODY, CUSTOMER -> true;
            case CARRIER, UNKNOWN -> false;
        };
    }

    /** Key of the sentence that tells the buyer, in the message bundles. */
    public String messageKey() {
        return "incident." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a parcel heard of at {@code status}, later, has left this incident behind. */
    boolean isOverAt(TrackingStatus status) {
        return switch (ends) {
            case AT_NEXT_SCAN -> status.isScan() || endsTheJourney(status);
            case AT_JOURNEYS_END -> endsTheJourney(status);
            case BY_DECISION -> false;
        };
    }

    /** Whether it is worth a case even when the journey is over. */
    boolean outlivesTheJourney() {
        return ends == Ends.BY_DECISION;
    }

    /** A parcel reported lost may still turn up: that opens or keeps incidents, it never settles one. */
    private static boolean endsTheJourney(TrackingStatus status) {
        return status.isTerminal() && status != TrackingStatus.LOST;
    }

    private enum Ends {
        AT_NEXT_SCAN,
        AT_JOURNEYS_END,
        /** No scan mends a broken parcel, not even its delivery. */
        BY_DECISION
    }
}
