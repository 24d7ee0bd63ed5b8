package io.ordercore.adapters.rest.modification;

import io.ordercore.domain.modification.ModificationPolicy;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A table of rulings as it is read.
 *
 * @param merchant whose own it is; absent for the platform's
 * @param entries {@code <kind>.<stage>} to ruling, reason, approvers, fees and alternatives; fees, and when they go back
 */
@Schema(name = "ModificationPolicy")
record PolicyView(@Nullable String merchant, String version, Map<String, String> entries) {
    static PolicyView of(@Nullable String merchant, ModificationPolicy policy) {
        return new PolicyView(merchant, policy.version(), policy.entries());
    }
}
