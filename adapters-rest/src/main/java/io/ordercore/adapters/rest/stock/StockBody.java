package io.ordercore.adapters.rest.stock;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many units are on hand, promised ones included.
 *
 * @param onHand 0 to 1,000,000,000
 */
@Schema(name = "StockCount", examples = "{\"onHand\":100}")
record StockBody(@NotNull @Min(0) @Max(1_000_000_000) Long onHand) {}
