package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.incident.IncidentCases;
import io.ordercore.application.logistics.incident.IncidentRate;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Cases by id. */
final class MemoryIncidentCases implements IncidentCases {
    private static final Comparator<IncidentCase> BY_TIME = Comparator.comparing(IncidentCase::openedAt)
            .thenComparing(it -> it.id().toString());

    private record Journey(CarrierCode carrier, String lane, Instant at) {}

    private final MemoryTransactions transactions;
    private final Map<UUID, IncidentCase> cases = new HashMap<>();
    private final Map<FulfilmentId, Journey> handedOver = new HashMap<>();

    MemoryIncidentCases(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<IncidentCase> find(UUID id) {
        return transactions.read(() -> Optional.ofNullable(cases.get(id)));
    }

    @Override
    public List<IncidentCase> of(FulfilmentId parcel) {
        return sorted(it -> it.fulfilment().equals(parcel), BY_TIME, Integer.MAX_VALUE);
    }

    @Override
    public List<IncidentCase> of(OrderId order) {
        return sorted(it -> it.fulfilment().order().equals(order), BY_TIME, Integer.MAX_VALUE);
    }

    @Override
    public void save(IncidentCase incident) {
        transactions.run(() -> {
            IncidentCase before = cases.get(incident.id());
            if (incident.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("case " + incident.id());
            }
            transactions.put(cases, incident.id(), incident);
        });
    }

    @Override
    public List<IncidentCase> due(Instant now, int limit) {
        return sorted(
                it -> it.stage() != CaseStage.CLOSED && !moment(it).isAfter(now),
                Comparator.comparing(MemoryIncidentCases::moment),
                limit);
    }

    private static Instant moment(IncidentCase it) {
        Instant next = it.nextAt();
        return next == null || next.isAfter(it.dueAt()) ? it.dueAt() : next;
    }

    @Override
    public List<IncidentCase> open(Filter wanted, int limit) {
        return sorted(it -> it.stage().isOpen() && wanted.takes(it), Comparator.comparing(IncidentCase::dueAt), limit);
    }

    @Override
    public void handedOver(FulfilmentId parcel, CarrierCode carrier, String lane, Instant at) {
        transactions.run(() -> {
            if (!handedOver.containsKey(parcel)) {
                transactions.put(handedOver, parcel, new Journey(carrier, lane, at));
            }
        });
    }

    @Override
    public List<IncidentRate> rates(Instant from, int limit) {
        return transactions.read(() -> {
            Map<Journey, List<FulfilmentId>> lanes = new HashMap<>();
            handedOver.forEach((parcel, journey) -> {
                if (!journey.at().isBefore(from)) {
                    lanes.computeIfAbsent(
                                    new Journey(journey.carrier(), journey.lane(), from), lane -> new ArrayList<>())
                            .add(parcel);
                }
            });
            return lanes.entrySet().stream()
                    .map(lane -> rate(lane.getKey(), lane.getValue()))
                    .sorted(Comparator.comparingLong(IncidentRate::parcels)
                            .reversed()
                            .thenComparing(it -> it.carrier().value())
                            .thenComparing(IncidentRate::lane))
                    .limit(limit)
                    .toList();
        });
    }

    private IncidentRate rate(Journey lane, List<FulfilmentId> parcels) {
        Map<IncidentKind, Set<FulfilmentId>> kinds = new EnumMap<>(IncidentKind.class);
        Set<FulfilmentId> troubled = new HashSet<>();
        for (IncidentCase it : cases.values()) {
            if (parcels.contains(it.fulfilment())) {
                troubled.add(it.fulfilment());
                kinds.computeIfAbsent(it.kind(), kind -> new HashSet<>()).add(it.fulfilment());
            }
        }
        Map<IncidentKind, Long> counts = new EnumMap<>(IncidentKind.class);
        kinds.forEach((kind, of) -> counts.put(kind, (long) of.size()));
        return new IncidentRate(lane.carrier(), lane.lane(), parcels.size(), counts, troubled.size());
    }

    private List<IncidentCase> sorted(Predicate<IncidentCase> wanted, Comparator<IncidentCase> by, int limit) {
        return transactions.read(() ->
                cases.values().stream().filter(wanted).sorted(by).limit(limit).toList());
    }
}
