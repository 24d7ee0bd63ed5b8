package io.ordercore.adapters.rest.inspection;

import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.InspectionState;
import io.ordercore.domain.inspection.Rectification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a product stands: where each class of defects is in the switching scheme, and what its merchant owes. */
@Schema(name = "ProductQuality")
record QualityView(String sku, Map<DefectClass, InspectionState> states, List<Case> rectifications) {
    static QualityView of(String sku, Map<DefectClass, InspectionState> states, List<Rectification> rectifications) {
        return new QualityView(
                sku, states, rectifications.stream().map(Case::of).toList());
    }

    /** What followed from a lot that was not accepted; open while nobody can order the product. */
    @Schema(name = "Rectification")
    record Case(
            String inspection,
            int entry,
            DefectClass severity,
            Instant openedAt,
            Instant deadline,
            @Nullable Instant closedAt,
            Rectification.@Nullable Outcome outcome) {
        static Case of(Rectification rectification) {
            return new Case(
                    rectification.id().inspection().toString(),
                    rectification.id().entry(),
                    rectification.severity(),
                    rectification.openedAt(),
                    rectification.deadline(),
                    rectification.closedAt(),
                    rectification.outcome());
        }
    }
}
