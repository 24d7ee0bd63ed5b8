package io.ordercore.adapters.rest.inspection;

import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionEntry;
import io.ordercore.domain.inspection.InspectionReport;
import io.ordercore.domain.inspection.SamplingPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An inspection as it is shown.
 *
 * @param commitment SHA-256 of the seed, known from the start
 * @param seed absent until the report, so that nobody can tell before which units will be taken
 * @param report what holds: the last of the entries
 * @param entries the report and its corrections, the first first
 * @param units the units taken, numbered from 1; shown to a merchant with the report only
 */
@Schema(name = "Inspection")
record InspectionView(
        String id,
        String merchant,
        String sku,
        String category,
        int lotSize,
        boolean original,
        String agency,
        Instant orderedAt,
        String status,
        @Nullable DefectClass failedFor,
        Map<DefectClass, SamplingPlan> plans,
        int sampleSize,
        @Nullable List<Integer> units,
        String commitment,
        @Nullable String seed,
        @Nullable InspectionReport report,
        List<Entry> entries) {
    /** What the agency said at a time; corrects names the entry it took the place of. */
    @Schema(name = "InspectionEntry")
    record Entry(
            int number,
            @Nullable Integer corrects,
            @Nullable String reason,
            Instant takenAt,
            InspectionReport report) {
        static Entry of(InspectionEntry entry) {
            return new Entry(entry.number(), entry.corrects(), entry.reason(), entry.takenAt(), entry.report());
        }
    }

    static InspectionView of(Inspection inspection, boolean toMerchant) {
        boolean reported = inspection.report() != null;
        return new InspectionView(
                inspection.id().toString(),
                inspection.lot().merchant().value(),
                inspection.lot().sku().value(),
                inspection.lot().category(),
                inspection.lot().size(),
                inspection.lot().original(),
                inspection.agency(),
                inspection.orderedAt(),
                reported ? (inspection.isAccepted() ? "ACCEPTED" : "NOT_ACCEPTED") : "ORDERED",
                inspection.failedFor().orElse(null),
                new TreeMap<>(inspection.plans()),
                inspection.sampleSize(),
                toMerchant && !reported ? null : inspection.units(),
                inspection.draw().commitment(),
                reported ? inspection.draw().seed() : null,
                inspection.report(),
                inspection.entries().stream().map(Entry::of).toList());
    }
}
