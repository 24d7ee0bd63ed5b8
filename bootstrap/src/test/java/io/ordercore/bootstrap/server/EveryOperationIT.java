package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
            "9".repeat(2_000));

    private static final List<String> HOSTILE_BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "1",
            "\"text\"",
            "{\"unknown\":1}",
            "{\"lines\":1,\"token\":1,\"carrier\":1,\"onHand\":\"x\",\"title\":1,\"price\":1}",
            "{\"lines\":null,\"token\":null,\"carrier\":null,\"onHand\":null,\"title\":null,\"price\":null}",
            "{\"lines\":[null],\"deliverTo\":null}",
            "{\"lines\":[{\"sku\":\"a\",\"quantity\":-1,\"unitPrice\":{\"amount\":\"-1\",\"currency\":\"XXX\"}}]}",
            "{\"lines\":[{\"sku\":\"a\",\"quantity\":1e99,\"unitPrice\":{\"amount\":\"1e999\",\"currency\":\"\"}}]}",
            "{\"token\":\"tok_ok\",\"token\":\"tok_ok\"}",
            "{\"onHand\":-5}",
            "{\"onHand\":99999999999999999999999}",
            "{\"token\":\"" + "x".repeat(100_000) + "\"}",
            "[".repeat(3_000),
            "{\"a\":".repeat(3_000),
            "{} {}",
            "\u0000\u0001");

    private static final List<String> PEOPLE =
            List.of("buyer-1", "merchant-1", "warehouse-1", "agent-1", "reviewer-1", "inspector-1", "operator-1");

    private static RunningServer server() throws Exception {
        return RunningServer.shared();
    }

    @Test
    void the_document_describes_every_path_there_must_be() throws Exception {
        List<String> described = operations().stream().map(Operation::toString).toList();
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
        return operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    for (String token : List.of("", "Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", forged())) {
                        HttpRequest.Builder request = operation.request("x", "{}");
                        if (!token.isEmpty()) {
                            request.header("Authorization", token);
                        }
                        assertProblem(operation, server().send(null, request), 401, 401);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> hostile_ids_are_not_found() throws Exception {
        return operations().stream()
                .filter(operation -> operation.path().contains("{"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    for (String id : HOSTILE_IDS) {
                        for (String person : List.of("buyer-1", "operator-1")) {
                            HttpResponse<String> response = server().send(person, operation.request(id, "{}"));
                            assertProblem(operation, response, 400, 499);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> hostile_bodies_are_refused_to_everybody() throws Exception {
        return operations().stream()
                .filter(Operation::takesBody)
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    for (String body : HOSTILE_BODIES) {
                        for (String person : PEOPLE) {
                            HttpResponse<String> response = server().send(person, operation.request("x", body));
                            assertProblem(operation, response, 400, 499);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_post_without_an_idempotency_key_is_refused() throws Exception {
        return operations().stream()
                .filter(operation -> operation.method().equals("POST"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    HttpRequest.Builder request = HttpRequest.newBuilder(server().uri(operation.at("x")))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"));
                    assertProblem(operation, server().send("operator-1", request), 400, 499);
                }));
    }

    @TestFactory
    Stream<DynamicTest> other_content_types_are_refused() throws Exception {
        return operations().stream()
                .filter(Operation::takesBody)
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    HttpRequest.Builder request = HttpRequest.newBuilder(server().uri(operation.at("x")))
                            .header("Content-Type", "text/xml")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .method(operation.method(), HttpRequest.BodyPublishers.ofString("<a/>"));
                    assertProblem(operation, server().send("operator-1", request), 400, 499);
                }));
    }

    @TestFactory
    Stream<DynamicTest> other_methods_are_refused() throws Exception {
        return operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    HttpRequest.Builder request = HttpRequest.newBuilder(server().uri(operation.at("x")))
                            .method("PATCH", HttpRequest.BodyPublishers.noBody());
                    assertProblem(operation, server().send("operator-1", request), 400, 499);
                }));
    }

    /** Signed by nobody: the signature of another token under changed claims. */
    private static String forged() throws Exception {
        String[] parts = server().token("buyer-1").split("\\.", -1);
        String[] other = server().token("operator-1").split("\\.", -1);
        return "Bearer " + other[0] + "." + other[1] + "." + parts[2];
    }

    private static void assertProblem(Operation operation, HttpResponse<String> response, int from, int to)
            throws Exception {
        String seen = operation + " answered " + response.statusCode() + " " + response.body();
        assertThat(response.statusCode()).as(seen).isBetween(from, to);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .as(seen)
                .startsWith("application/problem+json");
        assertThat(response.headers().firstValue("X-Content-Type-Options"))
                .as(seen)
                .contains("nosniff");
        JsonNode problem = RunningServer.json(response);
        assertThat(problem.path("status").asInt()).as(seen).isEqualTo(response.statusCode());
        assertThat(problem.path("type").asText()).as(seen).startsWith("https://");
        assertThat(problem.path("code").asText()).as(seen).isNotEmpty();
        assertThat(response.body()).as(seen).doesNotContain("Exception", "\tat ", "io.ordercore", "jackson");
    }

    private static List<Operation> operations() throws Exception {
        HttpResponse<String> document =
                server().send(null, server().request("/openapi").header("Accept", "application/json"));
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                RunningServer.json(document).path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(new Operation(
                        method.getKey().toUpperCase(java.util.Locale.ROOT),
                        path.getKey(),
                        method.getValue().has("requestBody")));
            }
        }
        assertThat(operations).hasSizeGreaterThan(19);
        return operations;
    }

    private record Operation(String method, String path, boolean takesBody) {
        String at(String id) {
            return path.replaceAll("\\{[^}]+}", id);
        }

        HttpRequest.Builder request(String id, String body) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(server().uri(at(id)))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString());
            return method.equals("GET")
                    ? request.GET()
                    : request.method(method, HttpRequest.BodyPublishers.ofString(body));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
