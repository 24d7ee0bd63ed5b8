package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.bootstrap.identity.DevIdentities;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Walks the OpenAPI document of the running server and sends every operation what a broken client or an attacker would. Whatever
 * comes, the answer is a problem of the caller's (4xx) that says so in a stable form. A new operation is covered by being
 * described.
 */
@Execution(ExecutionMode.CONCURRENT)
class EveryOperationIT {
    private static final List<String> HOSTILE_IDS = List.of(
            "01990000-0000-7000-8000-000000000001-1",
            "01990000-0000-7000-8000-000000000001",
            "x",
            "0",
            "-1",
            "null",
            "%27%3B%20drop%20table%20orders%3B%20--",
            "..%2F..%2Fetc%2Fpasswd",
            "%00",
            "%F0%9F%92%A3",
            "%C3%28",
            "9".repeat(2_000));

    private static final List<String> HOSTILE_BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "1",
            "\"text\"",
            "{\"unknown\":1}",
            "[".repeat(3_000),
            "{\"a\":".repeat(3_000),
            "{} {}",
            "{\"__proto__\":{\"admin\":true},\"@type\":\"java.lang.Runtime\"}",
            "\u0000\u0001");

    /** Not the encoding they claim: a broken sequence, an overlong one, UTF-16, Latin 1. */
    private static final List<byte[]> NOT_UTF_8 = List.of(
            new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, 0x28, '"', '}'},
            new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0xaf, '"', '}'},
            "{\"a\":\"b\"}".getBytes(StandardCharsets.UTF_16),
            "{\"name\":\"Zürich\"}".getBytes(StandardCharsets.ISO_8859_1));

    private static final List<String> HOSTILE_VALUES = List.of(
            "",
            "-1",
            "99999999999999999999",
            "1e9",
            "%27%20or%201%3D1--",
            "%3Cscript%3E",
            "%00",
            "%C3%28",
            "9".repeat(3_000));

    private static final List<Map.Entry<String, String>> HOSTILE_HEADERS = List.of(
            Map.entry("Idempotency-Key", "k".repeat(9_000)),
            Map.entry("Idempotency-Key", "'; drop table orders; --"),
            Map.entry("If-Match", "W/\"x"),
            Map.entry("If-Match", "\"99999999999999999999\""),
            Map.entry("If-None-Match", "\"" + "9".repeat(5_000) + "\""),
            Map.entry("Last-Event-ID", "99999999999999999999"),
            Map.entry("Last-Event-ID", "' or 1=1--"),
            Map.entry("Accept-Language", "x-".repeat(2_000)),
            Map.entry("Accept", "text/;q=nothing"),
            Map.entry("Ordercore-Channel", "<script>"));

    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'");

    private static final int LARGE = 10 * 1024 * 1024;
    private static final int PIECES = 100;

    /** Those who may do most come first. */
    private static final List<String> PEOPLE =
            List.of("operator-1", "buyer-1", "merchant-1", "warehouse-1", "agent-1", "reviewer-1", "inspector-1");

    private static RunningServer server() throws Exception {
        return RunningServer.shared();
    }

    @AfterAll
    static void the_server_took_nothing_of_it_for_an_error_of_its_own() throws Exception {
        assertThat(server().output()).doesNotContain("a request failed", "live prices are late", "maximum number");
    }

    @Test
    void the_document_describes_every_path_there_must_be() throws Exception {
        List<String> described =
                ApiOperation.of(server()).stream().map(ApiOperation::toString).toList();
        assertThat(described)
                .contains(
                        "POST /purchases/preview",
                        "POST /purchases",
                        "GET /purchases/{id}",
                        "POST /purchases/{id}/payments",
                        "GET /orders",
                        "GET /orders/{id}",
                        "GET /orders/{id}/history",
                        "GET /orders/{id}/events",
                        "POST /orders/{id}/cancellation",
                        "POST /orders/{id}/fulfilments",
                        "POST /fulfilments/{id}/pick",
                        "POST /fulfilments/{id}/pack",
                        "POST /fulfilments/{id}/hand-over",
                        "POST /fulfilments/{id}/deliver",
                        "POST /orders/{id}/receipt",
                        "GET /offers",
                        "GET /offers/{sku}",
                        "PUT /offers/{sku}",
                        "GET /stock/{sku}",
                        "PUT /stock/{sku}");
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_in_without_a_valid_token() throws Exception {
        Instant longAgo = Instant.now().minus(Duration.ofDays(4_000));
        String expired = DevIdentities.in(server().data(), longAgo).tokenOf("operator-1", longAgo);
        List<String> tokens = List.of(
                "", "Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", forged(), unsigned(), "Bearer " + expired);
        return each(operation -> true, operation -> {
            for (String token : tokens) {
                HttpRequest.Builder request = operation.request(server(), operation.at("x"), "{}");
                if (!token.isEmpty()) {
                    request.header("Authorization", token);
                }
                assertProblem(operation, server().send(null, request), 401, 401);
            }
        });
    }

    /** A role that no row of the access table names may do nothing at all. */
    @TestFactory
    Stream<DynamicTest> a_role_without_rights_is_forbidden_everything() throws Exception {
        Instant now = Instant.now();
        String token = "Bearer " + DevIdentities.in(server().data(), now).tokenOf("stranger-1", now);
        return each(operation -> !operation.isSignedByItself(), operation -> {
            HttpRequest.Builder request = operation.request(server(), operation.at("x"), "{}");
            assertProblem(operation, server().send(null, request.header("Authorization", token)), 403, 403);
        });
    }

    @TestFactory
    Stream<DynamicTest> every_role_gets_an_answer_from_every_operation() throws Exception {
        Map<String, String> theirs = Possessions.ofBuyer1AndMerchant1(server());
        return each(operation -> true, operation -> {
            for (String person : PEOPLE) {
                assertNoHarm(operation, person, operation.request(server(), operation.at(theirs), "{}"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> what_belongs_to_others_is_not_there() throws Exception {
        Map<String, String> theirs = Possessions.ofBuyer1AndMerchant1(server());
        return each(operation -> Possessions.isPrivate(operation), operation -> {
            String body = operation.body() == null ? "" : operation.body().valid();
            for (String person : List.of("buyer-2", "merchant-2")) {
                HttpResponse<String> response =
                        server().send(person, operation.request(server(), operation.at(theirs), body));
                assertProblem(operation, response, 403, 404);
            }
        });
    }

    /** Not even for those who may see both: what hangs on one order is no part of another. */
    @TestFactory
    Stream<DynamicTest> what_hangs_on_an_order_of_others_is_not_there_under_ones_own() throws Exception {
        Map<String, String> mixed = new HashMap<>(Possessions.afterDeliveryTo(server(), "buyer-1"));
        mixed.put("orders", Possessions.afterDeliveryTo(server(), "buyer-2").get("orders"));
        return each(operation -> operation.path().startsWith("/orders/") && operation.namesTwoObjects(), operation -> {
            String body = operation.body() == null ? "" : operation.body().valid();
            for (String person : List.of("buyer-2", "merchant-1", "warehouse-1", "agent-1", "operator-1")) {
                HttpResponse<String> response =
                        server().send(person, operation.request(server(), operation.at(mixed), body));
                assertProblem(operation, response, 403, 404);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hostile_ids_are_not_found() throws Exception {
        return each(ApiOperation::namesObject, operation -> {
            for (String id : HOSTILE_IDS) {
                for (String person : List.of("buyer-1", "operator-1")) {
                    HttpRequest.Builder request = operation.request(server(), operation.at(id), "{}");
                    assertProblem(operation, server().send(person, request), 400, 499);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hostile_query_parameters_are_refused_or_mean_nothing() throws Exception {
        return each(operation -> !operation.query().isEmpty(), operation -> {
            for (String name : operation.query()) {
                for (String value : HOSTILE_VALUES) {
                    String target = operation.at("x") + "?" + name + "=" + value;
                    assertNoHarm(operation, "operator-1", operation.request(server(), target, "{}"));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hostile_headers_are_refused_or_mean_nothing() throws Exception {
        return each(operation -> true, operation -> {
            for (Map.Entry<String, String> header : HOSTILE_HEADERS) {
                HttpRequest.Builder request = operation.request(server(), operation.at("x"), "{}");
                assertNoHarm(operation, "operator-1", request.setHeader(header.getKey(), header.getValue()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hostile_bodies_are_refused() throws Exception {
        return each(ApiOperation::takesBody, operation -> {
            String person = whoMay(operation);
            for (String body : HOSTILE_BODIES) {
                HttpRequest.Builder request = operation.request(server(), operation.at("x"), body);
                assertProblem(operation, server().send(person, request), 400, 499);
            }
            for (byte[] body : NOT_UTF_8) {
                HttpRequest.Builder request = operation.request(server(), operation.at("x"), body);
                assertProblem(operation, server().send(person, request), 400, 499);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> bodies_with_one_thing_wrong_are_refused() throws Exception {
        return each(operation -> operation.body() != null, operation -> {
            Map<String, String> theirs = Possessions.ofBuyer1AndMerchant1(server());
            BodyAttacks attacks = Objects.requireNonNull(operation.body());
            String person = whoMay(operation);
            for (String body : attacks.forbidden()) {
                HttpRequest.Builder request = operation.request(server(), operation.at(theirs), body);
                HttpResponse<String> response = server().send(person, request);
                if (response.statusCode() == 200) {
                    assertRefusedByLine(operation, response);
                } else {
                    assertProblem(operation, response, 400, 499);
                }
            }
            for (String body : attacks.doubtful()) {
                assertNoHarm(operation, person, operation.request(server(), operation.at(theirs), body));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> bodies_of_ten_megabytes_are_refused_announced_or_not() throws Exception {
        String piece = Integer.toHexString(LARGE / PIECES) + "\r\n" + " ".repeat(LARGE / PIECES) + "\r\n";
        return each(ApiOperation::takesBody, operation -> {
            try (RawConnection announced = RawConnection.to(server())) {
                announced.send(operation.head(server(), "operator-1", "Content-Length: " + LARGE));
                assertThat(announced.status()).isEqualTo(413);
            }
            try (RawConnection surprising = RawConnection.to(server())) {
                surprising.send(operation.head(server(), "operator-1", "Transfer-Encoding: chunked"));
                surprising.sendUntilClosed(piece, PIECES);
                assertThat(surprising.status()).isIn(403, 413, RawConnection.CLOSED);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_post_without_an_idempotency_key_is_refused() throws Exception {
        return each(operation -> operation.method().equals("POST"), operation -> {
            HttpRequest.Builder request = server().request(operation.at("x"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertProblem(operation, server().send("operator-1", request), 400, 499);
        });
    }

    @TestFactory
    Stream<DynamicTest> other_content_types_are_refused() throws Exception {
        return each(ApiOperation::takesBody, operation -> {
            for (String type : List.of("text/xml", "application/x-www-form-urlencoded", "nothing", "a/b;c=\"")) {
                HttpRequest.Builder request = server().request(operation.at("x"))
                        .header("Content-Type", type)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .method(operation.method(), HttpRequest.BodyPublishers.ofString("<a/>"));
                assertProblem(operation, server().send("operator-1", request), 400, 499);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> other_methods_are_refused() throws Exception {
        return each(operation -> true, operation -> {
            for (String method : List.of("PATCH", "TRACE", "PROPFIND")) {
                HttpRequest.Builder request =
                        server().request(operation.at("x")).method(method, HttpRequest.BodyPublishers.noBody());
                assertProblem(operation, server().send("operator-1", request), 400, 499);
            }
        });
    }

    private static Stream<DynamicTest> each(Predicate<ApiOperation> which, Attack attack) throws Exception {
        List<ApiOperation> all = ApiOperation.of(server());
        assertThat(all).hasSizeGreaterThan(100).anyMatch(which);
        return all.stream()
                .filter(which)
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> attack.on(operation)));
    }

    /** Somebody whom the operation does not turn away before it looks at the body; anybody if it turns everybody away. */
    private static String whoMay(ApiOperation operation) throws Exception {
        for (String person : PEOPLE) {
            HttpRequest.Builder probe = operation.request(server(), operation.at("x"), "{");
            if (server().send(person, probe).statusCode() != 403) {
                return person;
            }
        }
        return "operator-1";
    }

    /** The signature of another token under changed claims. */
    private static String forged() throws Exception {
        String[] parts = server().token("buyer-1").split("\\.", -1);
        String[] other = server().token("operator-1").split("\\.", -1);
        return "Bearer " + other[0] + "." + other[1] + "." + parts[2];
    }

    /** An operator's claims that say they need no signature. */
    private static String unsigned() throws Exception {
        byte[] header = "{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8);
        return "Bearer " + Base64.getUrlEncoder().withoutPadding().encodeToString(header) + "."
                + server().token("operator-1").split("\\.", -1)[1] + ".";
    }

    /** It may have been done, or refused. */
    private static void assertNoHarm(ApiOperation operation, String person, HttpRequest.Builder request)
            throws Exception {
        HttpResponse<String> response = server().send(person, request);
        if (response.statusCode() < 300 || response.statusCode() == 304) {
            assertTellsNothing(operation, response);
        } else {
            assertProblem(operation, response, 400, 499);
        }
    }

    /** Long lists of prices and counts are answered line by line. */
    private static void assertRefusedByLine(ApiOperation operation, HttpResponse<String> response) throws Exception {
        JsonNode answer = RunningServer.json(response);
        assertThat(answer.path("refused").asInt())
                .as(seen(operation, response))
                .isPositive()
                .isEqualTo(answer.path("items").size());
        assertTellsNothing(operation, response);
    }

    private static void assertProblem(ApiOperation operation, HttpResponse<String> response, int from, int to)
            throws Exception {
        String seen = seen(operation, response);
        assertThat(response.statusCode()).as(seen).isBetween(from, to);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .as(seen)
                .startsWith("application/problem+json");
        JsonNode problem = RunningServer.json(response);
        assertThat(problem.path("status").asInt()).as(seen).isEqualTo(response.statusCode());
        assertThat(problem.path("type").asText()).as(seen).startsWith("https://");
        assertThat(problem.path("code").asText()).as(seen).isNotEmpty();
        assertTellsNothing(operation, response);
    }

    /** Every answer carries the security headers, and none tells how the server is made. */
    private static void assertTellsNothing(ApiOperation operation, HttpResponse<String> response) {
        String seen = seen(operation, response);
        SECURITY_HEADERS.forEach(
                (name, value) -> assertThat(response.headers().firstValue(name).orElse(""))
                        .as("%s: %s", name, seen)
                        .contains(value));
        assertThat(response.headers().map()).as(seen).doesNotContainKeys("server", "x-powered-by");
        assertThat(response.body()).as(seen).doesNotContain("Exception", "\tat ", "io.ordercore", "jackson");
    }

    private static String seen(ApiOperation operation, HttpResponse<String> response) {
        return operation + " answered " + response.statusCode() + " " + shortened(response.body());
    }

    private static String shortened(String text) {
        return text.length() < 1_000 ? text : text.substring(0, 1_000) + "...";
    }

    /** May throw, as everything that sends. */
    private interface Attack {
        void on(ApiOperation operation) throws Exception;
    }
}
