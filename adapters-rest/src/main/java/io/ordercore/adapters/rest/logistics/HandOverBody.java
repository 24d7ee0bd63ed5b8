package io.ordercore.adapters.rest.logistics;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who carries a parcel, and under which number. */
@Schema(name = "HandOver", examples = "{\"carrier\":\"sf-express\",\"trackingNumber\":\"SF1234567890\"}")
record HandOverBody(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,31}")
        String carrier,

        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{3,63}")
        String trackingNumber,

        @Nullable @Size(max = 200) String reason) {}
