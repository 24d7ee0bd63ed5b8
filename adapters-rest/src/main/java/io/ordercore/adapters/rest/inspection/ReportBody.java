package io.ordercore.adapters.rest.inspection;

import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.InspectionReport;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of the units taken have a defect of each class, signed by the agency. */
@Schema(
        name = "InspectionReport",
        description = "The signature is Ed25519 in Base64 over the lines 'inspection <id>', 'CRITICAL <count>', 'MAJOR"
                + " <count>', 'MINOR <count>' and inspectedAt in UTC, parted by line feeds.",
        examples =
                "{\"critical\":0,\"major\":7,\"minor\":2,\"inspectedAt\":\"2026-11-03T09:00:00Z\",\"signature\":\"...\"}")
record ReportBody(
        @NotNull @Min(0) Integer critical,
        @NotNull @Min(0) Integer major,
        @NotNull @Min(0) Integer minor,
        @NotNull OffsetDateTime inspectedAt,
        @NotBlank @Size(max = 200) String signature) {
    InspectionReport report() {
        Instant at = inspectedAt.toInstant();
        return new InspectionReport(
                Map.of(DefectClass.CRITICAL, critical, DefectClass.MAJOR, major, DefectClass.MINOR, minor),
                at,
                signature);
    }
}
