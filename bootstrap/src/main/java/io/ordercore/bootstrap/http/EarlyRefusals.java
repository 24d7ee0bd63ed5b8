package io.ordercore.bootstrap.http;

import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.application.order.WatchIntake;
import io.ordercore.domain.catalog.Sku;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Turns purchases away before anything is spent on them, while more come than can be stored: neither is the token checked nor
 * the body parsed. Merchants take turns at the intake, so a glance at the body says whose turn it would be; a purchase that is
 * not understood at a glance goes on its way and is judged there.
 */
@Singleton
final class EarlyRefusals {
    private static final Problem OVERLOADED = Problem.of(ProblemType.OVERLOADED).retryAfter(Duration.ofSeconds(1));
    private static final byte[] SKU = "\"sku\"".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_GLANCE = 1024;

    private final WatchIntake intake;

    EarlyRefusals(WatchIntake intake) {
        this.intake = intake;
    }

    void register(@Observes Router router) {
        router.post("/purchases").order(EarlyProblems.FIRST + 1).handler(this::admit);
    }

    private void admit(RoutingContext exchange) {
        if (intake.isFull() && isAtHand(exchange.request())) {
            exchange.request().body().onSuccess(body -> judge(exchange, body)).onFailure(exchange::fail);
            // Quarkus has paused it until somebody reads.
            exchange.request().resume();
        } else {
            exchange.next();
        }
    }

    /** Whether the body is no longer than allowed, as its length has been checked, and comes without being asked for. */
    private static boolean isAtHand(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !request.headers().contains(HttpHeaders.EXPECT);
    }

    private void judge(RoutingContext exchange, Buffer body) {
        Sku first = firstSku(body);
        if (first != null && intake.turnsAway(first)) {
            EarlyProblems.answer(exchange, OVERLOADED);
        } else {
            ((RoutingContextInternal) exchange).setBody(body);
            exchange.next();
        }
    }

    /** The text after the first {@code "sku":}, null if there is none at once or it is no SKU. */
    static @Nullable Sku firstSku(Buffer body) {
        int end = Math.min(body.length(), LONGEST_GLANCE);
        int from = opening(body, end) + 1;
        int to = from;
        while (to < end && body.getByte(to) != '"') {
            to++;
        }
        if (from == 0 || to == end) {
            return null;
        }
        try {
            return new Sku(body.getString(from, to));
        } catch (IllegalArgumentException notASku) {
            return null;
        }
    }

    /** Where the quotation mark is that opens the text; -1 for nowhere. */
    private static int opening(Buffer body, int end) {
        int at = after(body, end);
        while (at < end && (body.getByte(at) == ':' || Character.isWhitespace(body.getByte(at)))) {
            at++;
        }
        return at < end && body.getByte(at) == '"' ? at : -1;
    }

    private static int after(Buffer body, int end) {
        int matched = 0;
        for (int at = 0; at < end; at++) {
            matched = body.getByte(at) == SKU[matched] ? matched + 1 : body.getByte(at) == SKU[0] ? 1 : 0;
            if (matched == SKU.length) {
                return at + 1;
            }
        }
        return end;
    }
}
