package io.ordercore.adapters.rest.logistics;

import io.ordercore.domain.logistics.incident.Remedy;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done.
 *
 * @param reason an agent's: how the buyer said so
 */
@Schema(name = "RemedyChoice", examples = RemedyBody.EXAMPLE)
record RemedyBody(
        @NotNull Remedy remedy, @Nullable @Size(max = 200) String reason) {
    static final String EXAMPLE = "{\"remedy\":\"RESHIP\"}";
}
