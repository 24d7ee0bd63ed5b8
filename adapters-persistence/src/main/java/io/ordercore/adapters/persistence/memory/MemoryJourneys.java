package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.logistics.arrival.Journeys;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.arrival.ArrivalPromise;
import io.ordercore.domain.logistics.arrival.Journey;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Journeys by fulfilment. */
final class MemoryJourneys implements Journeys {
    private final MemoryTransactions transactions;
    private final Map<FulfilmentId, Journey> journeys = new HashMap<>();
    private final Map<OrderId, ArrivalPromise> promises = new HashMap<>();

    MemoryJourneys(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void promised(OrderId order, ArrivalPromise promise) {
        transactions.run(() -> {
            if (!promises.containsKey(order)) {
                transactions.put(promises, order, promise);
            }
        });
    }

    @Override
    public Optional<ArrivalPromise> promise(OrderId order) {
        return transactions.read(() -> Optional.ofNullable(promises.get(order)));
    }

    @Override
    public void begun(FulfilmentId parcel, Journey journey) {
        transactions.run(() -> {
            if (!journeys.containsKey(parcel)) {
                transactions.put(journeys, parcel, journey);
            }
        });
    }

    @Override
    public void arrived(FulfilmentId parcel, Instant at) {
        transactions.run(() -> {
            Journey it = journeys.get(parcel);
            if (it != null && it.delivered() == null) {
                transactions.put(
                        journeys, parcel, new Journey(it.merchant(), it.lane(), it.bought(), it.handedOver(), at));
            }
        });
    }

    @Override
    public List<Journey> since(Instant from, int limit) {
        return transactions.read(() -> journeys.values().stream()
                .filter(it -> !it.bought().isBefore(from))
                .sorted(Comparator.comparing(Journey::bought).reversed())
                .limit(limit)
                .toList());
    }
}
