package io.ordercore.domain.logistics.tracking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one parcel: a fold over its de-duplicated events in the order in which they happened. The same events
 * in any order, repeated any number of times, give the same state.
 *
 * @param events de-duplicated, oldest first
 * @param incidents in order of opening, the resolved ones too
 * @param unmappedCodes raw codes without a meaning, sorted: somebody must be told
 */
public record TrackingState(
        TrackingStatus status, List<TrackingEvent> events, List<ParcelIncident> incidents, List<String> unmappedCodes) {
    private static final TrackingState NOTHING_YET =
            new TrackingState(TrackingStatus.UNKNOWN, List.of(), List.of(), List.of());

    public TrackingState {
        events = List.copyOf(events);
        incidents = List.copyOf(incidents);
        unmappedCodes = List.copyOf(unmappedCodes);
    }

    /** Before the carrier has said anything. */
    public static TrackingState nothingYet() {
        return NOTHING_YET;
    }

    public static TrackingState of(Collection<TrackingEvent> events) {
        Map<String, TrackingEvent> distinct = new LinkedHashMap<>();
        for (TrackingEvent event : events) {
            distinct.merge(event.identity(), event, TrackingState::heardFirst);
        }
        List<TrackingEvent> inOrder = new ArrayList<>(distinct.values());
        inOrder.sort(TrackingEvent.IN_ORDER);
        Fold fold = new Fold();
        inOrder.forEach(fold::take);
        return new TrackingState(fold.status, inOrder, fold.incidents, List.copyOf(fold.unmapped));
    }

    /** This state and more events, whatever they overlap with. */
    public TrackingState with(Collection<TrackingEvent> more) {
        return of(Stream.concat(events.stream(), more.stream()).toList());
    }

    public List<ParcelIncident> openIncidents() {
        return incidents.stream().filter(ParcelIncident::isOpen).toList();
    }

    /** The newest event that says where the parcel is; absent before the first. */
    public @Nullable TrackingEvent lastMovement() {
        for (int i = events.size() - 1; i >= 0; i--) {
            TrackingStatus said = events.get(i).meaning().status();
            if (said != null && said != TrackingStatus.UNKNOWN) {
                return events.get(i);
            }
        }
        return null;
    }

    /** The first event with this status; absent if the parcel never had it. */
    public @Nullable TrackingEvent first(TrackingStatus wanted) {
        return events.stream()
                .filter(event -> event.meaning().status() == wanted)
                .findFirst()
                .orElse(null);
    }

    private static TrackingEvent heardFirst(TrackingEvent one, TrackingEvent other) {
        return other.receivedAt().isBefore(one.receivedAt()) ? other : one;
    }

    private static final class Fold {
        private TrackingStatus status = TrackingStatus.UNKNOWN;
        private @Nullable TrackingEvent movedBy;
        private final List<ParcelIncident> incidents = new ArrayList<>();
        private final TreeSet<String> unmapped = new TreeSet<>();

        void take(TrackingEvent event) {
            TrackingStatus said = event.meaning().status();
            if (!event.meaning().isMapped()) {
                unmapped.add(event.rawCode());
            }
            boolean moved = said != null && status.yieldsTo(said, isLaterThanLastMove(event));
            if (moved && said != null) {
                status = said;
                movedBy = event;
                resolveWhatIsOver(event, said);
            }
            IncidentKind trouble = event.meaning().incident();
            if (trouble != null
                    && !isOpen(trouble)
                    && (moved || !status.isTerminal() || trouble.outlivesTheJourney())) {
                incidents.add(new ParcelIncident(trouble, event, null));
            }
        }

        private boolean isLaterThanLastMove(TrackingEvent event) {
            return movedBy == null || event.orderedBy().isAfter(movedBy.orderedBy());
        }

        private void resolveWhatIsOver(TrackingEvent event, TrackingStatus said) {
            incidents.replaceAll(incident -> incident.isOpen()
                            && incident.kind() != event.meaning().incident()
                            && incident.kind().isOverAt(said)
                    ? incident.resolved(event)
                    : incident);
        }

        private boolean isOpen(IncidentKind kind) {
            return incidents.stream().anyMatch(incident -> incident.isOpen() && incident.kind() == kind);
        }
    }
}
