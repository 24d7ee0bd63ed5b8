package io.ordercore.adapters.rest.logistics;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a parcel came back.
 *
 * @param sellable whether its goods go back to the shelf; true unless said otherwise
 * @param reason a code for the history
 */
@Schema(name = "Reception", examples = "{\"sellable\":true}")
record ReceptionBody(
        @Nullable Boolean sellable,
        @Nullable @Size(max = 200) String reason) {
    static final ReceptionBody NONE = new ReceptionBody(null, null);
}
