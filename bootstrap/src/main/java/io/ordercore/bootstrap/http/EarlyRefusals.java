package io.ordercore.bootstrap.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpRequest;
import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.application.order.WatchIntake;
import io.ordercore.domain.catalog.Sku;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Turns purchases away before anything is spent on them, while more come than can be stored: neither is the token checked nor
 * the body parsed. Merchants take turns at the intake, so a glance at the body says whose turn it would be; a purchase that is
 * not understood at a glance goes on its way and is judged there.
 *
 * <p>The first one of a connection is judged when its request is routed. From then on a {@link PurchaseGate} does it, and gives
 * those who ask for the same languages the same bytes.
 */
@Singleton
final class EarlyRefusals implements PurchaseGate.Keeper {
    private static final Problem OVERLOADED = Problem.of(ProblemType.OVERLOADED).retryAfter(Duration.ofSeconds(1));
    private static final byte[] SKU = "\"sku\"".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_GLANCE = 1024;
    private static final int MOST_GIVEN = 100;

    private final WatchIntake intake;
    private final LongAdder turnedAway = new LongAdder();
    /** Answers as they were sent, by the {@code Accept-Language} they were sent for. */
    private final Map<String, ByteBuf> given = new ConcurrentHashMap<>();

    EarlyRefusals(WatchIntake intake) {
        this.intake = intake;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(exchange -> {
            PurchaseGate.guard(exchange.request().connection(), this);
            exchange.next();
        });
        router.post("/purchases").order(EarlyProblems.FIRST + 1).handler(this::admit);
    }

    void measure(@Observes StartupEvent started, MeterRegistry registry) {
        FunctionCounter.builder("ordercore.intake.turned.away", turnedAway, LongAdder::sum)
                .description("purchases refused before they were read, which no HTTP metric counts")
                .register(registry);
    }

    private void admit(RoutingContext exchange) {
        if (intake.isFull() && WholeBodies.isAtHand(exchange.request())) {
            WholeBodies.read(exchange, body -> judge(exchange, body));
        } else {
            exchange.next();
        }
    }

    private void judge(RoutingContext exchange, Buffer body) {
        if (isTurnedAway(Unpooled.wrappedBuffer(body.getBytes()))) {
            EarlyProblems.answer(exchange, OVERLOADED);
            remember(exchange);
        } else {
            WholeBodies.handOn(exchange, body);
        }
    }

    private boolean isTurnedAway(ByteBuf body) {
        Sku first = firstSku(body.slice());
        boolean is = first != null && intake.turnsAway(first);
        if (is) {
            turnedAway.increment();
        }
        return is;
    }

    @Override
    public boolean isTurningAway() {
        return !given.isEmpty() && intake.isFull();
    }

    @Override
    public @Nullable ByteBuf refusal(HttpRequest head, ByteBuf body) {
        ByteBuf known = given.get(languages(head.headers().get(HttpHeaders.ACCEPT_LANGUAGE)));
        return known != null && isTurnedAway(body) ? known : null;
    }

    private static String languages(@Nullable String accepted) {
        return accepted == null ? "" : accepted;
    }

    private void remember(RoutingContext exchange) {
        String languages = languages(exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        MultiMap headers = exchange.response().headers();
        if (given.size() < MOST_GIVEN && !headers.contains(HttpHeaders.CONNECTION)) {
            given.computeIfAbsent(languages, none -> {
                Answer answer = OVERLOADED.answer(EarlyProblems.locale(exchange));
                byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                StringBuilder head = new StringBuilder("HTTP/1.1 503 Service Unavailable\r\n");
                headers.forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
                if (!headers.contains(HttpHeaders.CONTENT_LENGTH)) {
                    head.append("content-length: ").append(body.length).append("\r\n");
                }
                byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
                ByteBuf all = Unpooled.directBuffer(start.length + body.length);
                return Unpooled.unreleasableBuffer(all.writeBytes(start).writeBytes(body))
                        .asReadOnly();
            });
        }
    }

    /** The text after the first {@code "sku":}, null if there is none at once or it is no SKU. */
    static @Nullable Sku firstSku(ByteBuf body) {
        int end = Math.min(body.readableBytes(), LONGEST_GLANCE);
        int from = opening(body, end) + 1;
        int to = from;
        while (to < end && body.getByte(to) != '"') {
            to++;
        }
        if (from == 0 || to == end) {
            return null;
        }
        try {
            return new Sku(body.toString(from, to - from, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notASku) {
            return null;
        }
    }

    /** Where the quotation mark is that opens the text; -1 for nowhere. */
    private static int opening(ByteBuf body, int end) {
        int at = after(body, end);
        while (at < end && (body.getByte(at) == ':' || Character.isWhitespace(body.getByte(at)))) {
            at++;
        }
        return at < end && body.getByte(at) == '"' ? at : -1;
    }

    private static int after(ByteBuf body, int end) {
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
