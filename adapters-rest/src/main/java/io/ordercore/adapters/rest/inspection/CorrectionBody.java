package io.ordercore.adapters.rest.inspection;

import io.ordercore.application.inspection.InspectGoods;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What takes the place of an entry, signed by the agency that made it.
 *
 * @param corrects the number of the entry, the last one
 * @param reason one line
 */
@Schema(
        name = "InspectionCorrection",
        description =
                "The signature is Ed25519 in Base64 over the lines 'inspection <id>', 'corrects <number>', 'CRITICAL"
                        + " <count>', 'MAJOR <count>', 'MINOR <count>', inspectedAt in UTC and the reason, parted by line feeds.",
        examples = "{\"corrects\":1,\"critical\":0,\"major\":1,\"minor\":2,\"inspectedAt\":\"2026-11-03T09:00:00Z\","
                + "\"reason\":\"two units were counted twice\",\"signature\":\"...\"}")
record CorrectionBody(
        @NotNull @Min(1) Integer corrects,
        @NotNull @Min(0) Integer critical,
        @NotNull @Min(0) Integer major,
        @NotNull @Min(0) Integer minor,
        @NotNull OffsetDateTime inspectedAt,

        @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reason,

        @NotBlank @Size(max = 200) String signature) {
    InspectGoods.Correction correction() {
        return new InspectGoods.Correction(
                corrects, new ReportBody(critical, major, minor, inspectedAt, signature).report(), reason);
    }
}
