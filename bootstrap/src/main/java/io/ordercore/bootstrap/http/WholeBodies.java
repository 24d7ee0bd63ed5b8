package io.ordercore.bootstrap.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Lets a request pass when its body is here, whole. A body that comes in drops then keeps a socket waiting but no thread, and that
 * only for so long: several hundred slow callers do not stop the others.
 */
final class WholeBodies implements Handler<RoutingContext> {
    private static final int REQUEST_TIMEOUT = 408;

    private final Duration patience;
    private final ToLongFunction<RoutingContext> largest;
    private final Predicate<RoutingContext> gatheredLater;

    /**
     * Makes a handler: a body that takes longer than {@code patience} fails with 408 and ends its connection, one of more bytes than
     * {@code largest} fails with 413.
     *
     * @param gatheredLater whether the operation never blocks and gathers itself what is not at hand
     */
    WholeBodies(Duration patience, ToLongFunction<RoutingContext> largest, Predicate<RoutingContext> gatheredLater) {
        this.patience = patience;
        this.largest = largest;
        this.gatheredLater = gatheredLater;
    }

    @Override
    public void handle(RoutingContext exchange) {
        if (!hasBody(exchange.request()) || exchange.request().isEnded()) {
            exchange.next();
            return;
        }
        long timer = exchange.vertx().setTimer(patience.toMillis(), fired -> giveUp(exchange));
        exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
        if (!gatheredLater.test(exchange)) {
            BodyHandler.create(false)
                    .setBodyLimit(largest.applyAsLong(exchange))
                    .handle(exchange);
        } else if (isAtHand(exchange.request())) {
            read(exchange, body -> handOn(exchange, body));
        } else {
            exchange.next();
        }
    }

    /** Whether the body is no longer than allowed, as its length has been checked, and comes without being asked for. */
    static boolean isAtHand(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !request.headers().contains(HttpHeaders.EXPECT);
    }

    /** Reads a body that is at hand; Quarkus has paused it until somebody does. */
    static void read(RoutingContext exchange, Handler<Buffer> then) {
        exchange.request().body().onSuccess(then).onFailure(exchange::fail);
        exchange.request().resume();
    }

    /** Goes on with a body that has been read: Quarkus REST then takes it at once, on this very stack. */
    static void handOn(RoutingContext exchange, Buffer body) {
        ((RoutingContextInternal) exchange).setBody(body);
        exchange.next();
    }

    /** By what it says of itself (RFC 9112, 6.3). */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    /** What has arrived by now is being worked on. */
    private static void giveUp(RoutingContext exchange) {
        if (!exchange.request().isEnded()) {
            exchange.addEndHandler(answered -> exchange.request().connection().close());
            exchange.fail(REQUEST_TIMEOUT);
        }
    }
}
