package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.party.RecipientBody;
import io.ordercore.domain.logistics.carriage.Box;
import io.ordercore.domain.logistics.carriage.Carriage.Wish;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.party.Recipient;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which carrier is to be booked, and for what.
 *
 * @param service the carrier's own code; its standard service if none
 * @param from where the carrier fetches it, and who answers there
 */
@Schema(name = "CarriageRequest")
record CarriageBody(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,31}")
        String carrier,

        @Nullable @Size(max = 50) String service,
        @NotNull @Valid RecipientBody from,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid BoxBody> boxes) {
    static final String EXAMPLE = """
            {"carrier":"sf-express","from":{"name":"Tea House","phone":"+8613900000000","country":"CN","region":"Guangdong",
              "city":"Shenzhen","district":"Nanshan","street":"1 Keyuan Road","postalCode":"518000"},
             "boxes":[{"weightGrams":500,"lengthMm":300,"widthMm":200,"heightMm":100}]}""";

    /** One box as it is packed, the longest side first. */
    @Schema(name = "Box")
    record BoxBody(
            @NotNull @Min(1) @Max(1_000_000) Integer weightGrams,
            @NotNull @Min(1) @Max(10_000) Integer lengthMm,
            @NotNull @Min(1) @Max(10_000) Integer widthMm,
            @NotNull @Min(1) @Max(10_000) Integer heightMm) {}

    Wish wish() {
        Conversion conversion = new Conversion();
        Recipient sender = from.recipient(conversion, "/from");
        CarrierCode code = conversion.at("/carrier", "invalid-value", () -> new CarrierCode(carrier));
        conversion.finish();
        return new Wish(
                Conversion.given(code),
                service == null ? "" : service,
                Conversion.given(sender),
                boxes.stream()
                        .map(box -> new Box(box.weightGrams(), box.lengthMm(), box.widthMm(), box.heightMm()))
                        .toList());
    }
}
