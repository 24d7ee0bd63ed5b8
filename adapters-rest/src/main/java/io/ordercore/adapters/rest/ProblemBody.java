package io.ordercore.adapters.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is answered (RFC 9457, {@code application/problem+json}).
 *
 * @param errors every violation: pointer, code, detail and facts
 */
@Schema(name = "Problem", description = "Why a request was not carried out (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        @Nullable URI instance,
        List<Map<String, Object>> errors) {
    public ProblemBody {
        errors = List.copyOf(errors);
    }
}
