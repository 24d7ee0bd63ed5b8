package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.inspection.Inspections;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.inspection.RectificationId;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inspections and rectifications by their inspection's id. */
final class MemoryInspections implements Inspections {
    private static final Comparator<Inspection> BY_TIME = Comparator.comparing(Inspection::orderedAt)
            .thenComparing(it -> it.id().toString());

    private final MemoryTransactions transactions;
    private final Map<InspectionId, Inspection> inspections = new HashMap<>();
    private final Map<RectificationId, Rectification> rectifications = new HashMap<>();
    private final Map<RectificationId, Instant> told = new HashMap<>();
    private final Map<RectificationId, Instant> withdrawalTold = new HashMap<>();
    private final Map<RectificationId, Instant> reminded = new HashMap<>();

    MemoryInspections(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Inspection> find(InspectionId id) {
        return transactions.read(() -> Optional.ofNullable(inspections.get(id)));
    }

    @Override
    public void save(Inspection inspection) {
        transactions.run(() -> {
            Inspection before = inspections.get(inspection.id());
            boolean adds = inspection.version() == (before == null ? 1 : before.version() + 1);
            if (!adds) {
                throw new StaleVersionException("inspection " + inspection.id());
            }
            transactions.put(inspections, inspection.id(), inspection);
        });
    }

    /** One transaction at a time changes this store. */
    @Override
    public void lock(Sku sku) {}

    @Override
    public List<Inspection> of(Sku sku) {
        return transactions.read(() -> inspections.values().stream()
                .filter(inspection -> inspection.lot().sku().equals(sku))
                .sorted(BY_TIME)
                .toList());
    }

    @Override
    public List<Inspection> list(@Nullable MerchantId merchant, @Nullable InspectionId after, int limit) {
        return transactions.read(() -> {
            Inspection last = after == null ? null : inspections.get(after);
            return inspections.values().stream()
                    .filter(inspection ->
                            merchant == null || inspection.lot().merchant().equals(merchant))
                    .filter(inspection -> last == null || BY_TIME.compare(inspection, last) < 0)
                    .sorted(BY_TIME.reversed())
                    .limit(limit)
                    .toList();
        });
    }

    @Override
    public List<Rectification> rectifications(Sku sku) {
        return transactions.read(() -> rectifications.values().stream()
                .filter(rectification -> rectification.sku().equals(sku))
                .sorted(Comparator.comparing(Rectification::openedAt))
                .toList());
    }

    @Override
    public Set<Sku> underRectification() {
        return transactions.read(() -> rectifications.values().stream()
                .filter(Rectification::isOpen)
                .map(Rectification::sku)
                .collect(Collectors.toSet()));
    }

    @Override
    public List<Rectification> openRectifications(MerchantId merchant) {
        return transactions.read(() -> rectifications.values().stream()
                .filter(Rectification::isOpen)
                .filter(rectification -> rectification.merchant().equals(merchant))
                .sorted(Comparator.comparing(Rectification::openedAt))
                .toList());
    }

    @Override
    public List<Rectification> untold(int limit) {
        return earliest(
                rectification -> isWithdrawn(rectification)
                        ? told.containsKey(rectification.id()) && !withdrawalTold.containsKey(rectification.id())
                        : rectification.outcome() != Rectification.Outcome.SUPERSEDED
                                && !told.containsKey(rectification.id()),
                limit);
    }

    private static boolean isWithdrawn(Rectification rectification) {
        return rectification.outcome() == Rectification.Outcome.WITHDRAWN;
    }

    @Override
    public void told(RectificationId id, Instant now) {
        transactions.run(() -> {
            Rectification rectification = rectifications.get(id);
            boolean withdrawn = rectification != null && isWithdrawn(rectification);
            transactions.put(withdrawn ? withdrawalTold : told, id, now);
        });
    }

    @Override
    public List<Rectification> overdue(Instant now, int limit) {
        return earliest(
                rectification -> rectification.isOpen()
                        && rectification.deadline().isBefore(now)
                        && !reminded.containsKey(rectification.id()),
                limit);
    }

    @Override
    public void reminded(RectificationId rectification, Instant now) {
        transactions.run(() -> transactions.put(reminded, rectification, now));
    }

    private List<Rectification> earliest(Predicate<Rectification> which, int limit) {
        return transactions.read(() -> rectifications.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(Rectification::openedAt))
                .limit(limit)
                .toList());
    }

    @Override
    public void save(Rectification rectification) {
        transactions.run(() -> {
            boolean anotherOpen = rectification.isOpen()
                    && rectifications.values().stream()
                            .anyMatch(other -> other.isOpen()
                                    && other.sku().equals(rectification.sku())
                                    && !other.id().equals(rectification.id()));
            if (anotherOpen) {
                throw new StaleVersionException("rectification of " + rectification.sku());
            }
            transactions.put(rectifications, rectification.id(), rectification);
        });
    }
}
