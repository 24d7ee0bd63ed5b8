package io.ordercore.adapters.rest.logistics;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which voucher is to pay. */
@Schema(name = "VoucherRedemptionRequest", examples = VoucherRedemptionBody.EXAMPLE)
record VoucherRedemptionBody(@NotBlank @Size(max = 64) String code) {
    static final String EXAMPLE = "{\"code\":\"V0199B2C3D4E57F80A1B2C3D4E5F60718\"}";
}
