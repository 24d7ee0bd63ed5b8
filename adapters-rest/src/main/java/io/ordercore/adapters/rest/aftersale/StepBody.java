package io.ordercore.adapters.rest.aftersale;

import io.ordercore.domain.aftersale.Acceptance;
import io.ordercore.domain.aftersale.Reception;
import io.ordercore.domain.aftersale.Resolution;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a return or a claim; what a step does not need is left out.
 *
 * @param trackingNumber shipment: of the parcel the buyer sent
 * @param units reception and inspection: the units that are not simply there, or not simply accepted
 * @param resolution approval of a claim: what it ends with; absent for what the buyer wants
 * @param reason a code for the history
 */
@Schema(name = "AfterSaleStep", examples = "{\"units\":[{\"number\":2,\"acceptance\":\"REJECTED\"}]}")
record StepBody(
        @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{3,63}")
        String trackingNumber,

        @Nullable @Size(max = 9_999) List<@NotNull @Valid UnitBody> units,
        @Nullable Resolution resolution,
        @Nullable @Size(max = 200) String reason) {
    static final StepBody NONE = new StepBody(null, null, null, null);

    /** One unit of a return, and what became of it. */
    @Schema(name = "ReturnUnitFinding")
    record UnitBody(
            @NotNull @Min(1) Integer number,
            @Nullable Reception reception,
            @Nullable Acceptance acceptance) {}

    Map<Integer, Reception> receptions() {
        Map<Integer, Reception> found = new TreeMap<>();
        for (UnitBody unit : listed()) {
            if (unit.reception() != null) {
                found.put(unit.number(), unit.reception());
            }
        }
        return found;
    }

    Map<Integer, Acceptance> findings() {
        Map<Integer, Acceptance> found = new TreeMap<>();
        for (UnitBody unit : listed()) {
            if (unit.acceptance() != null) {
                found.put(unit.number(), unit.acceptance());
            }
        }
        return found;
    }

    private List<UnitBody> listed() {
        return units == null ? List.of() : units;
    }
}
