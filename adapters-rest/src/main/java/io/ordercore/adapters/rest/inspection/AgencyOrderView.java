package io.ordercore.adapters.rest.inspection;

import io.ordercore.domain.inspection.AgencyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an inspection reaches its agency. */
@Schema(name = "InspectionOrder")
record AgencyOrderView(
        String inspection,
        String agency,
        AgencyOrder.State state,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable String reference,
        @Nullable String problem) {
    static AgencyOrderView of(AgencyOrder order) {
        return new AgencyOrderView(
                order.inspection().toString(),
                order.agency(),
                order.state(),
                order.attempts(),
                order.nextAt(),
                order.reference(),
                order.problem());
    }
}
