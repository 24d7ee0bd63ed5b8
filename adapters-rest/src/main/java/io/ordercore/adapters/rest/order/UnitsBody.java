package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.Conversion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which units of an order a decision is about, and why.
 *
 * @param lines absent for all that can be taken
 * @param reason stands in the history
 */
@Schema(name = "Units", examples = "{\"lines\":[{\"line\":1,\"quantity\":1}],\"reason\":\"ordered twice\"}")
public record UnitsBody(
        @Nullable @Size(min = 1, max = 200) List<@NotNull @Valid Line> lines,
        @Nullable @Size(max = 200) String reason) {
    /** All units, without a reason. */
    public static final UnitsBody ALL = new UnitsBody(null, null);

    /** Some units of one line. */
    @Schema(name = "LineUnits")
    public record Line(
            @NotNull @Min(1) @Max(200) Integer line,
            @NotNull @Min(1) @Max(9_999) Integer quantity) {}

    /** Line number to count; empty for all. */
    public Map<Integer, Integer> units() {
        Map<Integer, Integer> units = new TreeMap<>();
        if (lines == null) {
            return units;
        }
        Conversion conversion = new Conversion();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (units.put(line.line(), line.quantity()) != null) {
                conversion.violated("/lines/" + i + "/line", "duplicate-line");
            }
        }
        conversion.finish();
        return units;
    }
}
