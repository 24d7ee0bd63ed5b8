package io.ordercore.adapters.rest.modification;

import io.ordercore.adapters.rest.Conversion;
import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.RequestedChange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be different.
 *
 * @param proof what shows the buyer's wish when somebody else asks: a call, a conversation, a ticket
 * @param agreed whether the buyer agrees to the quote whatever it says; counts only from the buyer in person
 * @param way how, when it cannot be done in place: one of the ways a refusal offered that the carrier takes part in
 * @param reason a code; needed from an agent; stands in the history
 */
@Schema(name = "ModificationRequest", examples = ModificationBody.EXAMPLE)
record ModificationBody(
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid ChangeBody> changes,
        @Nullable @Size(max = 200) String proof,
        @Nullable Boolean agreed,
        @Nullable Alternative way,
        @Nullable @Size(max = 200) String reason) {
    static final String EXAMPLE =
            "{\"changes\":[{\"kind\":\"VARIANT\",\"line\":1,\"quantity\":1,\"sku\":\"kettle-red\"}],"
                    + "\"agreed\":true,\"reason\":\"WRONG_COLOUR\"}";

    List<RequestedChange> requested() {
        Conversion conversion = new Conversion();
        List<RequestedChange> requested = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            RequestedChange change = changes.get(i).change(conversion, "/changes/" + i);
            if (change != null) {
                requested.add(change);
            }
        }
        conversion.finish();
        return requested;
    }
}
