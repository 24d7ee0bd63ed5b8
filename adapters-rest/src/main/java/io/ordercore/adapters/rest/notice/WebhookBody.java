package io.ordercore.adapters.rest.notice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants to be told.
 *
 * @param types what of; a type ({@code order.confirmed}) or a beginning with a dot at its end ({@code notice.}); left out for all
 */
@Schema(name = "WebhookRegistration", examples = WebhookBody.EXAMPLE)
record WebhookBody(
        @NotBlank @Size(max = 2000) String url,
        @Nullable @Size(max = 50) Set<@NotNull @Pattern(regexp = "[a-z0-9.-]{1,80}") String> types) {
    static final String EXAMPLE =
            "{\"url\":\"https://shop.example/hooks\",\"types\":[\"order.\",\"notice.parcel-lost\"]}";
}
