package io.ordercore.adapters.rest.aftersale;

import io.ordercore.domain.aftersale.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What shall come back, and why.
 *
 * @param exchangeFor the SKU wanted instead of each unit; absent for money
 */
@Schema(name = "ReturnRequest", examples = ReturnBody.EXAMPLE)
record ReturnBody(
        @NotNull Reason reason,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid UnitsBody> lines,

        @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
        String exchangeFor) {
    static final String EXAMPLE = "{\"reason\":\"WRONG_SIZE\",\"lines\":[{\"line\":1,\"quantity\":1}]}";
}
