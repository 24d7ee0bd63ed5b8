package io.ordercore.bootstrap.http;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Problem answers (RFC 9457) for what fails before any resource is asked: a bad token, a body too large, a path that is none.
 * Everything later is the exception mappers' of {@code adapters-rest}.
 */
@Singleton
final class EarlyProblems {
    static final int FIRST = Integer.MIN_VALUE + 1;
    private static final Logger LOG = LoggerFactory.getLogger(EarlyProblems.class);
    /** After authentication: nobody's body is not kept. */
    private static final int BEFORE_RESOURCES = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LAST = Integer.MAX_VALUE;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final int LARGEST_BODY = 1024 * 1024;
    private static final Set<String> LISTS = Set.of("/offers", "/stock");

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(EarlyProblems::limitBody).failureHandler(EarlyProblems::tell);
        router.route().order(BEFORE_RESOURCES).handler(EarlyProblems::limitPieces);
        router.route()
                .order(BEFORE_RESOURCES)
                .handler(new WholeBodies(PATIENCE, EarlyProblems::largest, EarlyProblems::isPlacing));
        router.route().order(LAST).handler(exchange -> answer(exchange, Problem.of(ProblemType.NOT_FOUND)));
    }

    private static void limitBody(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isTooLarge(length, largest(exchange))) {
            answer(exchange, Problem.of(ProblemType.BODY_TOO_LARGE).with("Connection", "close"));
        } else {
            exchange.next();
        }
    }

    /** What comes in pieces, without a length, is counted while it is read: against the limit of Quarkus or this one. */
    private static void limitPieces(RoutingContext exchange) {
        exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest(exchange));
        exchange.next();
    }

    private static long largest(RoutingContext exchange) {
        return isList(exchange) ? Bodies.LARGEST_OF_LINES : LARGEST_BODY;
    }

    /** The one operation that never blocks: Quarkus REST gathers its body, whole, by {@code quarkus.rest.input-buffer-size}. */
    private static boolean isPlacing(RoutingContext exchange) {
        return HttpMethod.POST.equals(exchange.request().method())
                && exchange.normalizedPath().equals("/purchases");
    }

    /** Ten thousand prices or counts of stock in one body. */
    private static boolean isList(RoutingContext exchange) {
        return HttpMethod.PUT.equals(exchange.request().method()) && LISTS.contains(exchange.normalizedPath());
    }

    private static boolean isTooLarge(String length, long most) {
        try {
            return Long.parseLong(length) > most;
        } catch (NumberFormatException notANumber) {
            return true;
        }
    }

    private static void tell(RoutingContext exchange) {
        Throwable failure = exchange.failure();
        if (failure instanceof AuthenticationFailedException || failure instanceof UnauthorizedException) {
            answer(exchange, Problem.of(ProblemType.UNAUTHENTICATED).with("WWW-Authenticate", "Bearer"));
        } else if (failure instanceof ForbiddenException) {
            answer(exchange, Problem.of(ProblemType.FORBIDDEN));
        } else {
            ProblemType type = type(exchange.statusCode());
            if (type == ProblemType.INTERNAL_ERROR && !exchange.response().headWritten()) {
                LOG.error("a request failed before it reached a resource", failure);
            }
            answer(exchange, Problem.of(type));
        }
    }

    /** The first type of this status; any other refusal is a malformed request, any other failure ours. */
    private static ProblemType type(int status) {
        if (status == UNAVAILABLE) {
            return ProblemType.OVERLOADED;
        }
        for (ProblemType type : ProblemType.values()) {
            if (type.status() == status) {
                return type;
            }
        }
        boolean ours = status >= SERVER_ERROR || status < ProblemType.MALFORMED_REQUEST.status();
        return ours ? ProblemType.INTERNAL_ERROR : ProblemType.MALFORMED_REQUEST;
    }

    static void answer(RoutingContext exchange, Problem problem) {
        HttpServerResponse response = exchange.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        Answer answer = problem.answer(locale(exchange));
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.end(answer.body());
    }

    static Locale locale(RoutingContext exchange) {
        List<LanguageHeader> wished = exchange.acceptableLanguages();
        return wished.isEmpty()
                ? Locale.ENGLISH
                : Locale.forLanguageTag(wished.get(0).tag());
    }
}
