package io.ordercore.domain.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cases of one product, from everything its agencies ever said: a pure fold over the entries in the order they were taken.
 *
 * <p>After each entry the product is judged by what every lot's last entry says. A lot that failed holds it until a lot
 * submitted again is accepted, or until a correction says that it did not fail; lots take the place of their first entry, so a
 * correction has the effect it would have had then. A case is open exactly while something holds the product, and another one
 * takes its place when the gravest class changes: buyers are told by it.
 */
public final class Rectifications {
    private static final Comparator<Step> AS_TAKEN = Comparator.comparing(Step::at)
            .thenComparing(step -> step.inspection().id().toString())
            .thenComparing(Step::number);

    private Rectifications() {}

    /**
     * All cases there ever were, the earliest first; at most the last one is open.
     *
     * @param ofProduct all inspections of one product, in any order
     */
    public static List<Rectification> of(Collection<Inspection> ofProduct) {
        Fold fold = new Fold();
        ofProduct.stream()
                .flatMap(inspection -> inspection.entries().stream()
                        .map(entry -> new Step(inspection.upTo(entry), entry.number(), entry.takenAt())))
                .sorted(AS_TAKEN)
                .forEach(fold::take);
        return fold.cases();
    }

    /** An entry, and its inspection as it stood with it. */
    private record Step(Inspection inspection, int number, Instant at) {}

    private static final class Fold {
        private final Map<InspectionId, Inspection> lots = new LinkedHashMap<>();
        private final List<Rectification> closed = new ArrayList<>();
        private @Nullable Rectification open;

        List<Rectification> cases() {
            List<Rectification> all = new ArrayList<>(closed);
            if (open != null) {
                all.add(open);
            }
            return List.copyOf(all);
        }

        void take(Step step) {
            lots.put(step.inspection().id(), step.inspection());
            Rectification before = open;
            Optional<DefectClass> severity = gravest();
            if (before != null && severity.isPresent() && severity.get() == before.severity()) {
                return;
            }
            if (before != null) {
                closed.add(before.closed(outcome(step.inspection(), severity.isPresent()), step.at()));
            }
            RectificationId id = new RectificationId(step.inspection().id(), step.number());
            open = severity.map(
                            grave -> Rectification.opened(id, step.inspection().lot(), grave, step.at()))
                    .orElse(null);
        }

        /** Of all lots that failed and were not made good. */
        private Optional<DefectClass> gravest() {
            List<DefectClass> failed = new ArrayList<>();
            for (Inspection lot : lots.values()) {
                lot.failedFor().ifPresent(failed::add);
                if (isMadeGood(lot)) {
                    failed.clear();
                }
            }
            return failed.stream().min(Comparator.naturalOrder());
        }

        private static boolean isMadeGood(Inspection lot) {
            return lot.isAccepted() && !lot.lot().original();
        }

        private static Rectification.Outcome outcome(Inspection lot, boolean anotherFollows) {
            if (anotherFollows) {
                return Rectification.Outcome.SUPERSEDED;
            }
            return isMadeGood(lot) ? Rectification.Outcome.RECTIFIED : Rectification.Outcome.WITHDRAWN;
        }
    }
}
