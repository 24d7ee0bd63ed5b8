package io.ordercore.adapters.rest.inspection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which lot is to be inspected, and by whom.
 *
 * @param steady whether production is steady and reduced inspection is approved for the merchant; false unless said
 */
@Schema(
        name = "InspectionRequest",
        examples = "{\"sku\":\"kettle-red\",\"category\":\"electrics\",\"lotSize\":1200,\"agency\":\"first-lab\"}")
record InspectionBody(
        @NotBlank @Size(max = 64) String sku,
        @NotBlank @Size(max = 64) String category,
        @NotNull @Min(2) @Max(10_000_000) Integer lotSize,
        @NotBlank @Size(max = 64) String agency,
        @Nullable Boolean steady) {}
