package io.ordercore.adapters.rest.order;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why something is decided. */
@Schema(name = "Reason", examples = "{\"reason\":\"the buyer called\"}")
public record ReasonBody(@Nullable @Size(max = 200) String reason) {
    /** No reason given. */
    public static final ReasonBody NONE = new ReasonBody(null);
}
