package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a real socket and a real PostgreSQL. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServerIT {
    @TempDir
    static Path directory;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.shared();
    }

    @Test
    void is_alive_ready_measured_and_described() throws Exception {
        assertThat(server.get(null, "/health/live").statusCode()).isEqualTo(200);
        assertThat(server.get(null, "/health/ready").body()).contains("\"store\"");
        assertThat(server.get(null, "/metrics").body())
                .contains("jvm_memory_used_bytes")
                .containsPattern("ordercore_outbox_lag_seconds\\{consumer=\"merchant-credit\"[^}]*} \\d")
                .containsPattern("ordercore_timer_lag_seconds\\{timer=\"meet-deadlines\"[^}]*} \\d");
        HttpResponse<String> described =
                server.send(null, server.request("/openapi").header("Accept", "application/json"));
        assertThat(RunningServer.json(described)
                        .at("/paths/~1purchases/post/operationId")
                        .asText())
                .isEqualTo("placePurchase");
        assertThat(server.get(null, "/openapi").body()).startsWith("---").contains("operationId: placePurchase");
        assertThat(server.get(null, "/swagger-ui/").body()).contains("<html");
    }

    @Test
    void the_printed_calls_can_be_pasted() throws Exception {
        List<String> calls =
                server.output().lines().filter(line -> line.startsWith("curl ")).toList();
        assertThat(calls).hasSize(3);
        for (String call : calls) {
            Process shell = new ProcessBuilder("sh", "-c", call.replaceFirst("curl -sS", "curl -sSf"))
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).as(call + "\n" + answer).isZero();
            assertThat(answer).startsWith("{");
        }
    }

    @Test
    void tokens_and_keys_are_their_owners_alone() throws Exception {
        for (String file : List.of("dev-tokens.json", "dev-signing-key.pem", "keyset.json", "dev-headers/buyer-1")) {
            assertThat(Files.getPosixFilePermissions(server.data().resolve(file)))
                    .as(file)
                    .hasSize(2);
        }
    }

    @Test
    void nobody_and_forged_tokens_are_401() throws Exception {
        assertProblem(server.get(null, "/orders"), 401);
        assertProblem(server.send(null, server.request("/orders").header("Authorization", "Bearer x.y.z")), 401);
        List<String> parts = List.of(server.token("buyer-1").split("\\.", 3));
        String unsigned = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "." + parts.get(1) + ".";
        assertProblem(server.send(null, server.request("/orders").header("Authorization", "Bearer " + unsigned)), 401);
        String other = parts.get(0) + "." + parts.get(1).replace('A', 'B') + "." + parts.get(2);
        HttpResponse<String> changed =
                server.send(null, server.request("/orders").header("Authorization", "Bearer " + other));
        assertProblem(changed, 401);
        assertThat(changed.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void every_early_refusal_is_a_problem() throws Exception {
        assertProblem(server.get("buyer-1", "/nothing/here"), 404);
        assertProblem(server.get("buyer-1", "/orders/no-such-order"), 404);
        HttpResponse<String> method =
                server.send("buyer-1", server.request("/orders").DELETE());
        assertProblem(method, 405);
        assertThat(method.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
        assertProblem(server.send("buyer-1", server.request("/orders").header("Accept", "image/png")), 406);
        assertProblem(
                server.send(
                        "buyer-1",
                        server.request("/purchases")
                                .header("Content-Type", "text/plain")
                                .header("Idempotency-Key", "k")
                                .POST(HttpRequest.BodyPublishers.ofString("hello"))),
                415);
        assertProblem(server.post("buyer-1", "/purchases", "{\"lines\":["), 400);
        assertProblem(server.post("buyer-1", "/purchases", "x".repeat(2_000_000)), 413);
        assertProblem(
                server.send(
                        "buyer-1",
                        server.request("/stock/kettle-red-1l")
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("{\"onHand\":1}"))),
                403);
    }

    @Test
    void a_purchase_outlives_a_restart_and_a_crash() throws Exception {
        Path data = directory.resolve("restarted");
        String id;
        try (RunningServer first = RunningServer.on(data)) {
            JsonNode offer =
                    RunningServer.json(first.get("buyer-1", "/offers?limit=1")).at("/items/0");
            HttpResponse<String> placed = first.post("buyer-1", "/purchases", purchase(offer));
            assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
            id = RunningServer.json(placed).get("id").asText();
            HttpResponse<String> paid =
                    first.post("buyer-1", "/purchases/" + id + "/payments", "{\"token\":\"tok_ok\"}");
            assertThat(paid.statusCode()).as(paid.body()).isBetween(200, 202);
        }
        RunningServer second = RunningServer.on(data);
        assertThat(second.get("buyer-1", "/purchases/" + id).statusCode()).isEqualTo(200);
        String end = endOfChanges(second);
        changePrice(second, "130.00");
        PriceStream.Event last = PriceStream.after(second, end);
        changePrice(second, "131.00");
        second.crash();
        try (RunningServer third = RunningServer.on(data)) {
            assertThat(third.get("buyer-1", "/purchases/" + id).statusCode()).isEqualTo(200);
            PriceStream.Event told = PriceStream.after(third, last.id());
            assertThat(last.prices()).containsExactly("130.00");
            assertThat(told.prices()).containsExactly("131.00");
            assertProblem(third.get("buyer-2", "/purchases/" + id), 404);
        }
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void prod_names_what_it_needs_and_stops() throws Exception {
        Process refused = RunningServer.launch(Map.of("ORDERCORE_PROFILE", "prod", "ORDERCORE_KEYSET_FILE", "/k"))
                .start();
        String said = new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isNotZero();
        assertThat(said).contains("ORDERCORE_JWT_ISSUER").hasLineCount(1);
    }

    @Test
    void a_database_that_does_not_answer_is_named_in_one_sentence(@TempDir Path directory) throws Exception {
        int nobody = RunningServer.freePort();
        Process refused = RunningServer.launch(Map.of(
                        "ORDERCORE_DB_URL", "jdbc:postgresql://127.0.0.1:" + nobody + "/shop",
                        "ORDERCORE_PORT", Integer.toString(RunningServer.freePort()),
                        "ORDERCORE_DATA_DIR", directory.toString()))
                .start();
        String said = new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(refused.waitFor()).isOne();
        assertThat(said)
                .contains("The database does not answer", "127.0.0.1:" + nobody, "ORDERCORE_DB_URL")
                .hasLineCount(1);
    }

    @Test
    void help_lists_every_setting() throws Exception {
        Process help = RunningServer.launch(Map.of(), "--help").start();
        String said = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(help.waitFor()).isZero();
        assertThat(said)
                .contains("serve", "ORDERCORE_PORT", "ORDERCORE_DATA_DIR", "ORDERCORE_DB_URL", "ORDERCORE_PROFILE");
    }

    private static String endOfChanges(RunningServer server) throws Exception {
        String place = "0-0";
        while (true) {
            String next = RunningServer.json(server.get("buyer-1", "/offers/changes?limit=100&after=" + place))
                    .get("next")
                    .asText();
            if (next.equals(place)) {
                return place;
            }
            place = next;
        }
    }

    private static void changePrice(RunningServer server, String price) throws Exception {
        HttpResponse<String> changed = server.send(
                "merchant-1",
                server.request("/offers/kettle-red-1l")
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                "{\"price\":{\"amount\":\"" + price + "\",\"currency\":\"CNY\"}}")));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    private static String purchase(JsonNode offer) {
        return """
                {"lines":[{"sku":%s,"quantity":1,"unitPrice":%s}],
                 "deliverTo":{"name":"Lin Xia","phone":"+8613800000000","country":"CN","region":"Zhejiang",
                  "city":"Hangzhou","district":"Xihu","street":"1 Lakeside Road","postalCode":"310000"}}""".formatted(offer.get("sku"), offer.get("price"));
    }

    private static void assertProblem(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        JsonNode problem = RunningServer.json(response);
        assertThat(problem.get("type").asText()).startsWith("https://");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("Exception", "\tat ");
    }
}
