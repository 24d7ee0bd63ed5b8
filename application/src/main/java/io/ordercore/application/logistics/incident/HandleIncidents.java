package io.ordercore.application.logistics.incident;

import io.ordercore.application.logistics.incident.IncidentCases.Filter;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds what goes wrong on the way, works it out with the carrier and tells the buyer. */
public interface HandleIncidents {
    Optional<IncidentCase> find(UUID id);

    /** The cases of an order, the earliest first. */
    List<IncidentCase> of(OrderId order);

    /** Open cases by their deadline: the agents' work list. */
    List<IncidentCase> workList(Filter wanted, int limit);

    /** How often it goes wrong, by carrier and lane, for parcels handed over since {@code from}; the most parcels first. */
    List<IncidentRate> rates(Instant from, int limit);

    /**
     * An agent has put it right with the buyer; the buyer is told.
     *
     * @param note what was done, for the buyer and the history
     * @return the case; unchanged if it was over
     */
    Optional<IncidentCase> resolve(UUID id, String note, Actor actor);

    /** Opens a case for every parcel that has been silent for too long, at most {@code limit}; answers for how many. */
    int listenForSilence(int limit);

    /** Takes the next step of cases that are due, at most {@code limit}; answers how many. */
    int advance(int limit);
}
