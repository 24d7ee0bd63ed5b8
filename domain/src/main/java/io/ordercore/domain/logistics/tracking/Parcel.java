package io.ordercore.domain.logistics.tracking;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.arrival.Danger;
import io.ordercore.domain.logistics.arrival.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fulfilment on its way, and everything its carrier said about it. Immutable.
 *
 * @param windows every estimate and commitment ever heard, in the order of hearing
 * @param toldAt since when each of them is known, in the same order
 * @param own when the platform itself expects it; absent if it was handed over before the platform could tell
 * @param observedAt when the carrier was last heard; absent before the first time
 * @param pollAt when the carrier is to be asked next; absent when the journey is over
 * @param silentAt when it will have been silent for too long; absent when the journey is over
 * @param version rises by one with every change; 1 at the hand-over
 */
public record Parcel(
        FulfilmentId fulfilment,
        CarrierCode carrier,
        TrackingNumber number,
        Instant handedOverAt,
        TrackingState state,
        List<ArrivalWindow> windows,
        List<Instant> toldAt,
        @Nullable Expectation own,
        @Nullable Instant observedAt,
        @Nullable Instant pollAt,
        @Nullable Instant silentAt,
        long version) {
    private static final Duration AT_FIRST = Duration.ofMinutes(1);

    public Parcel {
        windows = List.copyOf(windows);
        toldAt = List.copyOf(toldAt);
        if (windows.size() != toldAt.size()) {
            throw new IllegalArgumentException("of every window it is known since when");
        }
    }

    /** A parcel its carrier has just taken. */
    public static Parcel handedOver(FulfilmentId fulfilment, CarrierCode carrier, TrackingNumber number, Instant at) {
        return new Parcel(
                fulfilment,
                carrier,
                number,
                at,
                TrackingState.nothingYet(),
                List.of(),
                List.of(),
                null,
                null,
                at.plus(AT_FIRST),
                at.plus(Progress.silenceAllowed(TrackingStatus.UNKNOWN)),
                1);
    }

    /** The carrier was heard: what is new is merged into what is known, and the next look is planned by it. */
    public Parcel heard(Collection<TrackingEvent> events, Collection<ArrivalWindow> told, Instant at) {
        TrackingState merged = state.with(events);
        Set<ArrivalWindow> all = new LinkedHashSet<>(windows);
        all.addAll(told);
        Instant at6 = at.truncatedTo(ChronoUnit.MICROS);
        List<Instant> since = new ArrayList<>(toldAt);
        since.addAll(Collections.nCopies(all.size() - windows.size(), at6));
        return new Parcel(
                fulfilment,
                carrier,
                number,
                handedOverAt,
                merged,
                new ArrayList<>(all),
                since,
                own,
                at6,
                Progress.nextLook(merged, lastMovement(merged), expectedArrival(all), at6),
                merged.equals(state) ? silentAt : Progress.silentAt(merged, lastMovement(merged)),
                version + 1);
    }

    /** The platform's own word on the arrival, and the next look planned by it. Not a change of its own: it goes with one. */
    public Parcel expected(Expectation now) {
        Parcel it = new Parcel(
                fulfilment,
                carrier,
                number,
                handedOverAt,
                state,
                windows,
                toldAt,
                now,
                observedAt,
                pollAt,
                silentAt,
                version);
        return observedAt == null
                ? it
                : it.planned(
                        Progress.nextLook(state, lastMovement(), it.expectedArrival(windows), observedAt),
                        silentAt,
                        version);
    }

    /** The carrier could not say anything: ask again later. */
    public Parcel askAgainAt(Instant at) {
        return planned(at, silentAt, version + 1);
    }

    /** The same of what is known; only when it is looked at next differs, and when its silence is noticed. */
    private Parcel planned(@Nullable Instant look, @Nullable Instant silence, long inVersion) {
        return new Parcel(
                fulfilment,
                carrier,
                number,
                handedOverAt,
                state,
                windows,
                toldAt,
                own,
                observedAt,
                look,
                silence,
                inVersion);
    }

    /** Whether nobody would still call it late. */
    public boolean isSilentEnoughToBeLost(Instant now) {
        return !takenForLostAt().isAfter(now);
    }

    /** When nobody would still call it late, unless it is heard of before. */
    public Instant takenForLostAt() {
        return lastMovement().plus(Progress.GIVEN_UP);
    }

    /** Its silence was noticed: it is listened for again when it must be taken for lost, and then no more. */
    public Parcel silenceNoted(Instant now) {
        Instant next = isSilentEnoughToBeLost(now) ? null : takenForLostAt();
        return planned(pollAt, next, version + 1);
    }

    /** When it was last known to move; the hand-over if it never did. */
    public Instant lastMovement() {
        return lastMovement(state);
    }

    private Instant lastMovement(TrackingState of) {
        TrackingEvent moved = of.lastMovement();
        if (moved == null) {
            return handedOverAt;
        }
        boolean announcedBefore = moved.meaning().status() == TrackingStatus.CREATED
                && moved.orderedBy().isBefore(handedOverAt);
        return announcedBefore ? handedOverAt : moved.orderedBy();
    }

    /** When it should arrive: by its carrier's newest word, else by the platform's own; absent while nobody can tell. */
    private @Nullable Instant expectedArrival(Collection<ArrivalWindow> told) {
        ArrivalWindow window = latest(told);
        EventTime through = window == null ? null : window.through();
        if (through != null && through.instant() != null) {
            return through.instant();
        }
        ArrivalForecast said = own == null ? null : own.latest();
        return said == null ? null : said.expected();
    }

    /** The newest word of its carrier on the arrival, an estimate before a commitment; absent before the first. */
    public @Nullable ArrivalWindow latestWindow() {
        return latest(windows);
    }

    private static @Nullable ArrivalWindow latest(Collection<ArrivalWindow> told) {
        ArrivalWindow best = null;
        for (ArrivalWindow window : told) {
            if (window.kind() == ArrivalWindow.Kind.ESTIMATE
                    || best == null
                    || best.kind() != ArrivalWindow.Kind.ESTIMATE) {
                best = window;
            }
        }
        return best;
    }

    /** Since when what was promised may be broken; absent when nothing was promised, or the journey is over. */
    public @Nullable Danger danger() {
        return own == null || isOver() ? null : own.danger();
    }

    /** What is done about incidents like its open ones; else a silent one is searched for, and the buyer told the new day. */
    public List<IncidentHandling> whatHelps(Instant now) {
        List<IncidentHandling> known = state.incidents().stream()
                .filter(ParcelIncident::isOpen)
                .map(it -> it.kind().defaultHandling())
                .distinct()
                .toList();
        if (!known.isEmpty()) {
            return known;
        }
        if (state.status() == TrackingStatus.READY_FOR_PICKUP) {
            return List.of(IncidentHandling.REMIND_THEN_RETURN);
        }
        Duration still = Duration.between(lastMovement(), now);
        boolean silent = still.multipliedBy(2).compareTo(Progress.silenceAllowed(state.status())) > 0;
        return silent ? List.of(IncidentHandling.TRACE, IncidentHandling.NEW_DATE) : List.of(IncidentHandling.NEW_DATE);
    }

    public boolean isOver() {
        return state.status().isTerminal();
    }
}
