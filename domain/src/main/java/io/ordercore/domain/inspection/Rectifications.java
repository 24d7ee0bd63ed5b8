package io.ordercore.domain.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cases of one product, from everything its agencies ever said: a pure fold over the entries in the order they were taken.
 *
 * <p>After each entry the product is judged by what every lot's last entry says. A lot that failed holds it until a lot
 * submitted again is accepted, or until a correction says that it did not fail; lots take the place of their first entry, so a
 * correction has the effect it would have had then. A case is open exactly while something holds the product, and another one
 * takes its place when the gravest class changes: buyers are told by it.
 *
 * <p>While inspection of the product is discontinued no accepted lot closes its case: a corrective action has to be approved, too,
 * before the lot or after it.
 */
public final class Rectifications {
    private static final Comparator<Step> AS_TAKEN =
            Comparator.comparing(Step::at).thenComparing(Step::id).thenComparing(Step::number);

    private Rectifications() {}

    /**
     * All cases there ever were, the earliest first; at most the last one is open.
     *
     * @param ofProduct all inspections of one product, in any order
     * @param actions of the same product
     * @param scheme says when inspection was discontinued
     */
    public static List<Rectification> of(
            Collection<Inspection> ofProduct, Collection<CorrectiveAction> actions, SwitchingScheme scheme) {
        Fold fold = new Fold(scheme);
        List<Step> steps = new ArrayList<>();
        ofProduct.forEach(inspection ->
                inspection.entries().forEach(entry -> steps.add(new Entry(inspection.upTo(entry), entry))));
        actions.stream()
                .filter(action -> action.approvedAt() != null)
                .forEach(action -> steps.add(new Approval(action)));
        steps.sort(AS_TAKEN);
        steps.forEach(step -> step.applyTo(fold));
        return fold.cases();
    }

    /** What may open a case or close it. */
    private sealed interface Step {
        Instant at();

        String id();

        int number();

        void applyTo(Fold fold);
    }

    /** An entry, and its inspection as it stood with it. */
    private record Entry(Inspection inspection, InspectionEntry entry) implements Step {
        @Override
        public Instant at() {
            return entry.takenAt();
        }

        @Override
        public String id() {
            return inspection.id().toString();
        }

        @Override
        public int number() {
            return entry.number();
        }

        @Override
        public void applyTo(Fold fold) {
            fold.take(this);
        }
    }

    /** A corrective action that was approved. */
    private record Approval(CorrectiveAction action) implements Step {
        @Override
        public Instant at() {
            return Objects.requireNonNull(action.approvedAt());
        }

        @Override
        public String id() {
            return "";
        }

        @Override
        public int number() {
            return action.number();
        }

        @Override
        public void applyTo(Fold fold) {
            fold.approve(this);
        }
    }

    private static final class Fold {
        private final Map<InspectionId, Inspection> lots = new LinkedHashMap<>();
        private final List<CorrectiveAction> approved = new ArrayList<>();
        private final List<Rectification> closed = new ArrayList<>();
        private final SwitchingScheme scheme;
        private @Nullable Rectification open;

        Fold(SwitchingScheme scheme) {
            this.scheme = scheme;
        }

        List<Rectification> cases() {
            List<Rectification> all = new ArrayList<>(closed);
            if (open != null) {
                all.add(open);
            }
            return List.copyOf(all);
        }

        /** What was made good before goes on sale now. */
        void approve(Approval step) {
            approved.add(step.action());
            if (open != null && gravest().isEmpty() && !isDiscontinued()) {
                closed.add(open.closed(Rectification.Outcome.RECTIFIED, step.at()));
                open = null;
            }
        }

        void take(Entry step) {
            lots.put(step.inspection().id(), step.inspection());
            Rectification before = open;
            Optional<DefectClass> severity = gravest();
            if (before != null && severity.isPresent() && severity.get() == before.severity()) {
                return;
            }
            if (severity.isEmpty() && isDiscontinued()) {
                if (before != null) {
                    return;
                }
                severity = step.inspection().failedFor();
            }
            if (before != null) {
                closed.add(before.closed(outcome(step.inspection(), severity.isPresent()), step.at()));
            }
            RectificationId id = new RectificationId(step.inspection().id(), step.number());
            open = severity.map(
                            grave -> Rectification.opened(id, step.inspection().lot(), grave, step.at()))
                    .orElse(null);
        }

        /** Nearly no product has failed that often, so nearly none is folded for it. */
        private boolean isDiscontinued() {
            long failed = lots.values().stream()
                    .filter(lot -> lot.lot().original() && lot.failedFor().isPresent())
                    .count();
            return failed >= Switching.DISCONTINUED_AFTER && scheme.isDiscontinued(lots.values(), approved);
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
