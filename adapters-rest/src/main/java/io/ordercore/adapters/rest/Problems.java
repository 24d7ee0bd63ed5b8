package io.ordercore.adapters.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.StoreUnavailableException;
import io.ordercore.application.catalog.ForeignSkuException;
import io.ordercore.application.catalog.ListingsBlockedException;
import io.ordercore.application.order.UnknownOrderException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which problem a throwable is. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    private Problems() {}

    /** The answer to a request that ended with {@code thrown}. */
    public static Response response(Throwable thrown, HttpHeaders headers) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof WebApplicationException web && web.getResponse().getStatus() < FIRST_CLIENT_ERROR) {
            return web.getResponse();
        }
        boolean conditional = headers.getHeaderString(HttpHeaders.IF_MATCH) != null;
        return of(cause, conditional).response(Texts.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** The answer to a call that ended with {@code thrown}. */
    public static Response response(Throwable thrown, Call call) {
        return of(thrown, call.mustExist()).response(call.locale());
    }

    /**
     * The problem a throwable is.
     *
     * @param conditional whether the caller named the version to change
     */
    @SuppressWarnings("PatternMatchingInstanceof")
    static Problem of(Throwable thrown, boolean conditional) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof ProblemException known) {
            return known.problem();
        }
        if (cause instanceof StaleVersionException) {
            return Problem.of(conditional ? ProblemType.STALE_VERSION : ProblemType.CONCURRENT_CHANGE);
        }
        if (cause instanceof ListingsBlockedException) {
            return Problem.of(ProblemType.LISTINGS_BLOCKED);
        }
        if (cause instanceof UnknownOrderException || cause instanceof ForeignSkuException) {
            return Problem.of(ProblemType.NOT_FOUND);
        }
        if (cause instanceof CommitUnknownException) {
            return Problem.of(ProblemType.OUTCOME_UNKNOWN).retryAfter(SOON);
        }
        if (cause instanceof StoreUnavailableException) {
            return Problem.of(ProblemType.STORE_UNAVAILABLE).retryAfter(SOON);
        }
        if (cause instanceof ConstraintViolationException violations) {
            return Problem.of(ProblemType.INVALID_BODY, Bodies.violations(violations.getConstraintViolations()));
        }
        if (cause instanceof JsonProcessingException json) {
            return Problem.of(ProblemType.MALFORMED_BODY, List.of(Bodies.violation(json)));
        }
        if (cause instanceof WebApplicationException web) {
            return ofWeb(web);
        }
        return unexpected(cause);
    }

    private static Problem ofWeb(WebApplicationException web) {
        if (web.getCause() instanceof JsonProcessingException json) {
            return Problem.of(ProblemType.MALFORMED_BODY, List.of(Bodies.violation(json)));
        }
        Response response = web.getResponse();
        return switch (response.getStatus()) {
            case 401 -> Problem.of(ProblemType.UNAUTHENTICATED).with("WWW-Authenticate", "Bearer");
            case 403 -> Problem.of(ProblemType.FORBIDDEN);
            case 404 -> Problem.of(ProblemType.NOT_FOUND);
            case 405 -> {
                String allow = response.getHeaderString(HttpHeaders.ALLOW);
                Problem refused = Problem.of(ProblemType.METHOD_NOT_ALLOWED);
                yield allow == null ? refused : refused.with(HttpHeaders.ALLOW, allow);
            }
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE);
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE);
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            case 429 -> Problem.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(SOON);
            case 503 -> Problem.of(ProblemType.OVERLOADED).retryAfter(SOON);
            default ->
                response.getStatus() < FIRST_SERVER_ERROR ? Problem.of(ProblemType.MALFORMED_REQUEST) : unexpected(web);
        };
    }

    /** Nobody's fault but ours: the log knows more, under the answer's instance. */
    private static Problem unexpected(Throwable cause) {
        URI instance = URI.create("urn:uuid:" + UUID.randomUUID());
        LOG.error("a request failed, told to the caller as {}", instance, cause);
        return new Problem(ProblemType.INTERNAL_ERROR, List.of(), java.util.Map.of(), instance);
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
