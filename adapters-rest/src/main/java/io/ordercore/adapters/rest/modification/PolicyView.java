package io.ordercore.adapters.rest.modification;

import io.ordercore.domain.modification.ModificationPolicy;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The table of rulings as it is read: {@code <kind>.<stage>} to ruling, reason, approvers, fees and alternatives. */
@Schema(name = "ModificationPolicy")
record PolicyView(String version, Map<String, String> entries) {
    static PolicyView of(ModificationPolicy policy) {
        return new PolicyView(policy.version(), policy.entries());
    }
}
