package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.EndangeredParcels;
import io.ordercore.application.logistics.EndangeredParcels.Place;
import io.ordercore.application.logistics.TrackedParcels;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.arrival.Danger;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parcels by fulfilment. */
final class MemoryTrackedParcels implements TrackedParcels {
    private static final Comparator<Place> MOST_URGENT = Comparator.comparing(Place::urgency)
            .thenComparing(place -> place.parcel().order().purchase().toString())
            .thenComparing(place -> place.parcel().order().number())
            .thenComparing(place -> place.parcel().number())
            .reversed();

    private final MemoryTransactions transactions;
    private final Map<FulfilmentId, Parcel> parcels = new HashMap<>();

    MemoryTrackedParcels(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Parcel> find(FulfilmentId id) {
        return transactions.read(() -> Optional.ofNullable(parcels.get(id)));
    }

    @Override
    public List<Parcel> of(OrderId order) {
        return transactions.read(() -> parcels.values().stream()
                .filter(parcel -> parcel.fulfilment().order().equals(order))
                .sorted(Comparator.comparing(parcel -> parcel.fulfilment().number()))
                .toList());
    }

    @Override
    public List<Parcel> numbered(CarrierCode carrier, TrackingNumber number) {
        return transactions.read(() -> parcels.values().stream()
                .filter(parcel ->
                        parcel.carrier().equals(carrier) && parcel.number().equals(number))
                .sorted(Comparator.comparing(Parcel::handedOverAt).reversed())
                .toList());
    }

    @Override
    public void save(Parcel parcel) {
        transactions.run(() -> {
            Parcel before = parcels.get(parcel.fulfilment());
            if (parcel.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("parcel " + parcel.fulfilment());
            }
            transactions.put(parcels, parcel.fulfilment(), parcel);
        });
    }

    @Override
    public List<Parcel> takeDue(Instant now, Duration lease, int limit) {
        return transactions.run(() -> {
            List<Parcel> due = until(now, Parcel::pollAt, limit);
            due.forEach(parcel -> transactions.put(parcels, parcel.fulfilment(), leased(parcel, now.plus(lease))));
            return due;
        });
    }

    @Override
    public List<Parcel> endangered(EndangeredParcels wanted) {
        return transactions.read(() -> parcels.values().stream()
                .filter(parcel -> isEndangered(parcel, wanted))
                .sorted(Comparator.comparing(parcel -> place(parcel, wanted.asOf()), MOST_URGENT))
                .filter(parcel -> isAfter(place(parcel, wanted.asOf()), wanted.after()))
                .limit(wanted.limit())
                .toList());
    }

    @Override
    public List<Parcel> silent(Instant now, int limit) {
        return transactions.read(() -> until(now, Parcel::silentAt, limit));
    }

    private static boolean isEndangered(Parcel parcel, EndangeredParcels wanted) {
        Danger danger = parcel.danger();
        return danger != null
                && !danger.from().isAfter(wanted.asOf())
                && (wanted.carrier() == null || wanted.carrier().equals(parcel.carrier()));
    }

    private static Place place(Parcel parcel, Instant asOf) {
        Danger danger = Objects.requireNonNull(parcel.danger());
        return new Place(danger.urgency(asOf), parcel.fulfilment());
    }

    private static boolean isAfter(Place place, @Nullable Place before) {
        return before == null || MOST_URGENT.compare(place, before) > 0;
    }

    private List<Parcel> until(Instant now, Moment moment, int limit) {
        return parcels.values().stream()
                .filter(parcel -> {
                    Instant at = moment.of(parcel);
                    return at != null && !at.isAfter(now);
                })
                .sorted(Comparator.comparing(moment::of, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(limit)
                .toList();
    }

    private static Parcel leased(Parcel it, Instant until) {
        return new Parcel(
                it.fulfilment(),
                it.carrier(),
                it.number(),
                it.handedOverAt(),
                it.state(),
                it.windows(),
                it.toldAt(),
                it.own(),
                it.observedAt(),
                until,
                it.silentAt(),
                it.version());
    }

    private interface Moment {
        @Nullable
        Instant of(Parcel parcel);
    }
}
