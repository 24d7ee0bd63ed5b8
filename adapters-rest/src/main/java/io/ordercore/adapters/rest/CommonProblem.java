package io.ordercore.adapters.rest;

import java.util.Locale;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** A status that many operations answer with, and the codes of the {@link ProblemType}s behind it. */
enum CommonProblem {
    MALFORMED(
            400,
            "malformed-request, malformed-body, invalid-parameter, idempotency-key-missing, idempotency-key-invalid"),
    UNAUTHENTICATED(401, "unauthenticated: no valid token, or no valid signature where messages are signed"),
    NOT_FOUND(404, "not-found: there is none, or none that the caller may see"),
    CONFLICT(409, "concurrent-change: read again and decide anew; command-in-progress: ask again soon"),
    STALE(412, "stale-version: it is not at the version of If-Match"),
    TOO_LARGE(413, "body-too-large"),
    UNSUPPORTED(415, "unsupported-media-type"),
    INVALID(422, "invalid-body, every violation with its JSON pointer; idempotency-key-reused for another command"),
    UNAVAILABLE(
            503,
            "store-unavailable, overloaded, outcome-unknown: try again after Retry-After, a command under the same key");

    private final String status;
    private final String description;

    CommonProblem(int status, String description) {
        this.status = Integer.toString(status);
        this.description = description;
    }

    String status() {
        return status;
    }

    String description() {
        return description;
    }

    /** Its name among the document's components, for example {@code NotFound}. */
    String component() {
        StringBuilder name = new StringBuilder();
        for (String word : name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    /** Whether it may be the answer to an operation. */
    boolean concerns(String path, HttpMethod method, Operation operation) {
        return switch (this) {
            case MALFORMED, UNAUTHENTICATED, UNAVAILABLE -> true;
            case NOT_FOUND -> path.contains("{");
            case CONFLICT -> method != HttpMethod.GET;
            case STALE -> CommonAnswers.takesHeader(operation, "If-Match");
            case TOO_LARGE, UNSUPPORTED -> operation.getRequestBody() != null;
            case INVALID -> operation.getRequestBody() != null || method == HttpMethod.POST;
        };
    }
}
