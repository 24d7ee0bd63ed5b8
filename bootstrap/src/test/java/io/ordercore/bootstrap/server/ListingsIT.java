package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Listings and the rules they are judged by, over HTTP. */
class ListingsIT {
    private static final int LONGEST_RULES = 150_000;

    @Test
    void an_id_that_is_taken_is_refused_by_name_whoever_asks_for_it() throws Exception {
        String draft = """
                {"id":"taken","content":{"title":"A kettle","category":"Home > Kettles",
                 "variants":[{"sku":"taken-1","price":{"amount":"9.00","currency":"CNY"},"stock":1}]}}""";
        HttpResponse<String> drafted = server().post("merchant-1", "/listings", draft);
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
        for (String merchant : new String[] {"merchant-1", "merchant-2"}) {
            HttpResponse<String> refused = server().post(merchant, "/listings", draft);
            assertThat(refused.statusCode()).isEqualTo(409);
            JsonNode problem = RunningServer.json(refused);
            assertThat(problem.path("code").asText()).isEqualTo("listing-refused");
            assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/id");
            assertThat(problem.at("/errors/0/code").asText()).isEqualTo("id-taken");
        }
    }

    /** Every line end counts twice in a body, and every Chinese character three times or six. */
    @Test
    void rules_of_every_allowed_length_are_kept_answered_again_and_read_back() throws Exception {
        String start = "version | longest-1\nlanguage | zh\nlimit | title-longest | 60\n";
        String remark = "# 备注\n";
        String rules = (start + remark.repeat(LONGEST_RULES / remark.length())).substring(0, LONGEST_RULES);
        String body = RunningServer.JSON.createObjectNode().put("text", rules).toString();
        String key = UUID.randomUUID().toString();
        HttpResponse<String> added = add(key, body);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        HttpResponse<String> again = add(key, body);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.body()).isEqualTo(added.body());
        JsonNode read = RunningServer.json(server().get("operator-1", "/review-rules/longest-1"));
        assertThat(read.path("text").asText()).isEqualTo(rules);

        HttpResponse<String> longer = add(UUID.randomUUID().toString(), body.replaceFirst("备", "备备"));
        assertThat(longer.statusCode()).isEqualTo(400);
        assertThat(RunningServer.json(longer).at("/errors/0/code").asText()).isEqualTo("too-large");
    }

    private static HttpResponse<String> add(String key, String body) throws Exception {
        HttpRequest.Builder request = server().request("/review-rules")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return server().send("operator-1", request);
    }

    private static RunningServer server() throws Exception {
        return RunningServer.shared();
    }
}
