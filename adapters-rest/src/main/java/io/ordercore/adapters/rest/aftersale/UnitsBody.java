package io.ordercore.adapters.rest.aftersale;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some units of a line. */
@Schema(name = "LineUnits", examples = "{\"line\":1,\"quantity\":1}")
record UnitsBody(
        @NotNull @Min(1) @Max(999) Integer line,
        @NotNull @Min(1) @Max(9_999) Integer quantity) {
    static Map<Integer, Integer> counted(List<UnitsBody> lines) {
        Map<Integer, Integer> counts = new TreeMap<>();
        lines.forEach(it -> counts.merge(it.line(), it.quantity(), Integer::sum));
        return counts;
    }
}
