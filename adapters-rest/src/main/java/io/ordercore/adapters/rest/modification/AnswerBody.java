package io.ordercore.adapters.rest.modification;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A yes or a no.
 *
 * @param proof what shows the buyer's yes when an agent gives it
 */
@Schema(name = "ModificationAnswer", examples = "{\"proof\":\"call-2026-11-03-17\"}")
record AnswerBody(
        @Nullable @Size(max = 200) String proof,
        @Nullable @Size(max = 200) String reason) {
    static final AnswerBody NONE = new AnswerBody(null, null);
}
