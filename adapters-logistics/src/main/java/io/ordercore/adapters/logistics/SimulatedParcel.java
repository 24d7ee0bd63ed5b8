package io.ordercore.adapters.logistics;

import io.ordercore.application.logistics.Inquiries.Inquiry;
import io.ordercore.application.logistics.Inquiries.InquiryStatus;
import io.ordercore.application.logistics.InterceptAction;
import io.ordercore.application.logistics.Intercepts.InterceptRequest;
import io.ordercore.application.logistics.Intercepts.InterceptTicket;
import io.ordercore.application.logistics.Intercepts.InterceptTicket.Status;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One simulated parcel: its journey, when it began, and what was asked of it on the way. Not safe for many threads. */
final class SimulatedParcel {
    static final Money FEE = Money.parse("CNY 10.00");
    private static final Set<String> LAST = Set.of("DOOR", "HOME", "GONE", "VOID");
    private static final Set<String> IN_HAND = Set.of(
            "PICKED", "HUB", "FOUND", "CUSTOMS", "PAPERS", "CITY", "LATE", "BROKEN", "ASTRAY", "LOCKER", "ABSENT",
            "REFUSED", "ADDRESS", "ONWARD", "VAN");

    /** A scan that has happened. */
    record Scan(String code, Instant at) {}

    private record Interception(String ref, InterceptRequest request, Instant askedAt, boolean refused) {}

    private final TrackingNumber number;
    private final SimulatedJourney journey;
    private final Instant began;
    private final SimulatedCarrier.Pace pace;
    private @Nullable Instant cancelledAt;
    private @Nullable Interception interception;

    SimulatedParcel(TrackingNumber number, SimulatedJourney journey, Instant began, SimulatedCarrier.Pace pace) {
        this.number = number;
        this.journey = journey;
        this.began = began;
        this.pace = pace;
    }

    TrackingNumber number() {
        return number;
    }

    Instant began() {
        return began;
    }

    /** What has been scanned by {@code now}, oldest first. */
    List<Scan> scans(Instant now) {
        List<Scan> scans = new ArrayList<>();
        Instant turned = turnedAt();
        for (SimulatedJourney.Step step : journey.steps()) {
            Instant at = began.plus(pace.hours(step.hour()));
            if (turned == null || at.isBefore(turned)) {
                scans.add(new Scan(step.code(), at));
            }
        }
        if (cancelledAt != null) {
            scans.removeIf(scan -> !scan.at().isBefore(cancelledAt));
            scans.add(new Scan("VOID", cancelledAt));
        } else if (turned != null && interception != null) {
            scans.addAll(afterwards(interception.request().action(), turned));
        }
        scans.removeIf(scan -> scan.at().isAfter(now));
        return scans;
    }

    private List<Scan> afterwards(InterceptAction action, Instant turned) {
        return switch (action) {
            case RETURN_TO_SENDER, VOID ->
                List.of(
                        new Scan("STOPPED", turned),
                        new Scan("BACK", turned.plus(pace.hours(2))),
                        new Scan("HOME", turned.plus(pace.hours(40))));
            case RETURN_TO_DEPOT, HOLD -> List.of(new Scan("STOPPED", turned));
            case REDIRECT, CHANGE_RECIPIENT, CHANGE_TIME, REDELIVER ->
                List.of(
                        new Scan("STOPPED", turned),
                        new Scan("ONWARD", turned.plus(pace.hours(2))),
                        new Scan("VAN", turned.plus(pace.hours(26))),
                        new Scan("DOOR", turned.plus(pace.hours(30))));
        };
    }

    /** When the journey left its script; absent while it keeps to it. */
    private @Nullable Instant turnedAt() {
        return interception == null || interception.refused()
                ? null
                : interception.askedAt().plus(pace.answer());
    }

    boolean isOver(Instant now) {
        return scans(now).stream().anyMatch(scan -> LAST.contains(scan.code()));
    }

    boolean isDelivered(Instant now) {
        return scans(now).stream().anyMatch(scan -> scan.code().equals("DOOR"));
    }

    /** What a search comes to: whoever has yet to be scanned is found, whoever never will be is not. */
    Inquiry answer(String ref, Instant at) {
        InquiryStatus found = switch (journey) {
            case GONE -> InquiryStatus.LOST;
            case LOST -> InquiryStatus.NOT_LOCATED;
            case PLAIN,
                    LOCKER,
                    DELAYED,
                    FOUND,
                    DAMAGED,
                    REFUSED,
                    RETURNED,
                    ABSENT,
                    ADDRESS,
                    CUSTOMS,
                    ASTRAY,
                    STUBBORN -> InquiryStatus.LOCATED;
        };
        String words = switch (found) {
            case LOCATED -> "it is in the hub and goes on";
            case NOT_LOCATED -> "searched in every depot, not found yet";
            case LOST, OPEN -> "it cannot be found";
        };
        return new Inquiry(ref, number, found, words, at);
    }

    private boolean isInHand(Instant now) {
        return scans(now).stream().anyMatch(scan -> IN_HAND.contains(scan.code()));
    }

    boolean cancel(Instant now) {
        if (cancelledAt == null && isInHand(now)) {
            return false;
        }
        cancelledAt = cancelledAt == null ? now : cancelledAt;
        return true;
    }

    /** When the parcel should be there: what is promised at first, and what is expected since a delay was told. */
    Instant promised() {
        return began.plus(pace.hours(72));
    }

    @Nullable
    Instant expected(Instant now) {
        if (scans(now).stream().noneMatch(scan -> scan.code().equals("LATE"))) {
            return promised();
        }
        return began.plus(pace.hours(144));
    }

    /** Whether anything can still be done to it. */
    boolean mayBeTurned(Instant now) {
        return interception == null && isInHand(now) && !isOver(now) && cancelledAt == null;
    }

    InterceptTicket intercept(String ref, InterceptRequest request, Instant now) {
        interception = new Interception(ref, request, now, journey == SimulatedJourney.STUBBORN);
        return ticket(interception, now);
    }

    /** The ticket, if this parcel was asked under this reference. */
    @Nullable
    InterceptTicket ticket(String ref, Instant now) {
        return interception != null && interception.ref().equals(ref) ? ticket(interception, now) : null;
    }

    private InterceptTicket ticket(Interception asked, Instant now) {
        Instant answered = asked.askedAt().plus(pace.answer());
        Status status = now.isBefore(answered)
                ? Status.REQUESTED
                : asked.refused() ? Status.REFUSED : hasTurned(asked, now) ? Status.DONE : Status.ACCEPTED;
        String reason = status == Status.REFUSED ? "the courier could not be reached" : "";
        return new InterceptTicket(asked.ref(), number, status, reason, FEE);
    }

    private boolean hasTurned(Interception asked, Instant now) {
        Duration needed = switch (asked.request().action()) {
            case RETURN_TO_SENDER, VOID -> pace.hours(40);
            case RETURN_TO_DEPOT, HOLD -> Duration.ZERO;
            case REDIRECT, CHANGE_RECIPIENT, CHANGE_TIME, REDELIVER -> pace.hours(2);
        };
        return !now.isBefore(asked.askedAt().plus(pace.answer()).plus(needed));
    }
}
