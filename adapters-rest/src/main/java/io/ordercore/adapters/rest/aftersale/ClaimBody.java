package io.ordercore.adapters.rest.aftersale;

import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Resolution;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is lost, damaged, wrong or missing.
 *
 * @param lines left out where a whole parcel is lost
 * @param fulfilment number of the parcel that never came; with reason LOST only
 * @param evidence what shows it: a photograph's address, a ticket
 */
@Schema(name = "ClaimRequest", examples = ClaimBody.EXAMPLE)
record ClaimBody(
        @NotNull Reason reason,
        @Nullable @Size(max = 200) List<@NotNull @Valid UnitsBody> lines,
        @Nullable @Min(1) Integer fulfilment,
        @NotNull Resolution wanted,
        @Nullable @Size(max = 500) String evidence) {
    static final String EXAMPLE =
            "{\"reason\":\"DAMAGED\",\"lines\":[{\"line\":1,\"quantity\":1}],\"wanted\":\"REFUND\"}";
}
