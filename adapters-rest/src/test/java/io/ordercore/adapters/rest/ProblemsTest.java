package io.ordercore.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.StoreUnavailableException;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.domain.testkit.Fixtures;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ProblemsTest extends ServedTest {
    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new StaleVersionException("it"), 409, "concurrent-change", null),
                Arguments.of(new UnknownOrderException("it"), 404, "not-found", null),
                Arguments.of(new CommitUnknownException("secret"), 503, "outcome-unknown", "1"),
                Arguments.of(
                        new StoreUnavailableException("secret", new RuntimeException()), 503, "store-unavailable", "1"),
                Arguments.of(new IllegalStateException("secret"), 500, "internal-error", null),
                Arguments.of(new ServiceUnavailableException("secret"), 503, "overloaded", "1"),
                Arguments.of(new WebApplicationException("secret", 418), 400, "malformed-request", null),
                Arguments.of(
                        new CompletionException(new CommitUnknownException("secret")), 503, "outcome-unknown", "1"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatever_breaks_is_a_problem_without_its_internals(
            RuntimeException trouble, int status, String code, @Nullable String retryAfter) {
        server.shop.trouble = trouble;

        Stream.of(
                        get("/orders/" + Fixtures.order(1), LI),
                        get("/offers/kettle", LI),
                        post("/purchases", LI, purchase(line("kettle", 1, "99.00"))))
                .forEach(reply -> {
                    assertThat(reply.status()).isEqualTo(status);
                    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
                    assertThat(reply.at("/type")).isEqualTo("https://ordercore.io/problems/" + code);
                    assertThat(reply.at("/status")).isEqualTo(Integer.toString(status));
                    assertThat(reply.code()).isEqualTo(code);
                    assertThat(reply.header("Retry-After")).isEqualTo(retryAfter);
                    assertThat(reply.response().body()).doesNotContain("secret", "Exception");
                    assertThat(reply.at("/instance").isEmpty()).isEqualTo(status != 500);
                });
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", delimiter = '|', textBlock = """
                    GET    | /orders             | none                | 401 | unauthenticated
                    GET    | /orders             | reviewer-1 reviewer | 403 | forbidden
                    GET    | /orders             | bad!subject buyer   | 403 | forbidden
                    GET    | /stock/kettle       | li buyer            | 403 | forbidden
                    GET    | /orders?limit=0     | li buyer            | 400 | invalid-parameter
                    GET    | /orders?limit=x     | li buyer            | 400 | invalid-parameter
                    GET    | /orders?status=LOST | li buyer            | 400 | invalid-parameter
                    GET    | /orders?after=x     | li buyer            | 400 | invalid-parameter
                    GET    | /orders?buyer=wang  | li buyer            | 403 | forbidden
                    GET    | /orders?placedFrom=yesterday | agent-1 agent | 400 | invalid-parameter
                    GET    | /orders/x           | li buyer            | 404 | not-found
                    GET    | /fulfilments/x-1-1  | li buyer            | 404 | not-found
                    GET    | /offers/no%20sku    | li buyer            | 404 | not-found
                    GET    | /nowhere            | li buyer            | 404 | not-found
                    DELETE | /orders             | li buyer            | 405 | method-not-allowed
                    """)
    void whatever_a_caller_does_wrong_is_a_problem(
            String method, String path, @Nullable String login, int status, String code) {
        Server.Reply reply = server.send(method, path, login, null);

        assertThat(reply.status()).as(reply.response().body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void media_types_are_negotiated() {
        Server.Reply form = post("/purchases", LI, "a=b", "Content-Type", "application/x-www-form-urlencoded");
        Server.Reply html = get("/offers", LI, "Accept", "text/html");
        Server.Reply text =
                post("/orders/" + Fixtures.order(1) + "/cancellation", LI, "please", "Content-Type", "text/plain");

        assertThat(form.status()).isEqualTo(415);
        assertThat(form.code()).isEqualTo("unsupported-media-type");
        assertThat(html.status()).isEqualTo(406);
        assertThat(html.code()).isEqualTo("not-acceptable");
        assertThat(text.status()).isEqualTo(415);
    }

    @Test
    void texts_follow_the_reader_and_codes_do_not() {
        Server.Reply chinese = get("/orders/x", LI, "Accept-Language", "zh-CN");

        assertThat(chinese.at("/title")).isEqualTo("未找到");
        assertThat(chinese.code()).isEqualTo("not-found");
        assertThat(chinese.header("Content-Language")).isEqualTo("zh");
        assertThat(get("/orders/x", LI).at("/title")).isEqualTo("Not found");
    }

    @Test
    void an_unauthenticated_caller_learns_how_and_a_refused_method_what_else() {
        assertThat(server.send("GET", "/orders", null, null).header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        assertThat(server.send("DELETE", "/offers/kettle", LI, null).header("Allow"))
                .contains("GET", "PUT");
    }

    @Test
    void every_answer_forbids_sniffing_keeping_and_framing() {
        Stream.of(get("/offers", LI), get("/nowhere", LI)).forEach(reply -> {
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        });
    }
}
