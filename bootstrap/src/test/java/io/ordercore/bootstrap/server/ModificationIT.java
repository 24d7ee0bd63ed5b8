package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A buyer tells an agent what to change and why: before release, after it, and on the way. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModificationIT {
    private static final String RED_KETTLE = "kettle-red-1l";
    private static final String BEIJING =
            "{\"kind\":\"ADDRESS\",\"address\":{\"country\":\"CN\",\"region\":\"Beijing\",\"city\":\"Beijing\","
                    + "\"district\":\"Dongcheng\",\"street\":\"2 Gate Street\",\"postalCode\":\"100000\"}}";
    private static final String WHITE = "{\"kind\":\"VARIANT\",\"line\":1,\"sku\":\"kettle-white-1l\"}";
    private static final String LARGER = "{\"kind\":\"VARIANT\",\"line\":1,\"sku\":\"teapot-brown-350ml\"}";

    @TempDir
    static Path directory;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.on(directory.resolve("data"));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void before_release_the_agents_change_is_done_as_soon_as_the_buyer_agrees() throws Exception {
        String order = paid();

        JsonNode asked = created(byAgent(order, BEIJING + "," + WHITE, ""));
        assertThat(asked.get("status").asText()).isEqualTo("AWAITING_BUYER");
        assertThat(asked.at("/quote/due/amount").asText()).isEqualTo("0.00");
        JsonNode done = ok(server.post("buyer-1", modification(order, asked) + "/consent", "{}"));

        assertThat(done.get("status").asText()).isEqualTo("APPLIED");
        JsonNode after = ok(server.get("buyer-1", "/orders/" + order));
        assertThat(after.toString()).contains("Beijing", "kettle-white-1l");
        assertThat(ok(server.get("agent-1", "/orders/" + order + "/history")).toString())
                .contains("MODIFIED", "agent-1", "HOTLINE", "MOVED_HOUSE");
    }

    @Test
    void a_preview_stores_nothing_and_a_dearer_variant_is_done_with_the_money() throws Exception {
        String order = paid();

        JsonNode quote = ok(post("buyer-1", "/orders/" + order + "/modifications?dryRun=true", changes(LARGER), null));
        assertThat(quote.at("/due/amount").asText()).isEqualTo("139.00");
        assertThat(ok(server.get("buyer-1", "/orders/" + order + "/modifications"))
                        .get("items"))
                .isEmpty();

        JsonNode asked = created(post("buyer-1", "/orders/" + order + "/modifications", changes(LARGER), null));
        assertThat(asked.get("status").asText()).isEqualTo("AWAITING_PAYMENT");
        HttpResponse<String> paid =
                server.post("buyer-1", modification(order, asked) + "/payments", "{\"token\":\"tok_ok\"}");
        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(201);

        assertThat(ok(server.get("buyer-1", modification(order, asked)))
                        .get("status")
                        .asText())
                .isEqualTo("APPLIED");
        assertThat(ok(server.get("buyer-1", "/orders/" + order)).toString()).contains("teapot-brown-350ml");
    }

    @Test
    void after_release_the_warehouse_gives_the_parcel_back_first() throws Exception {
        String order = paid();
        String fulfilment = released(order);

        JsonNode asked = created(byAgent(order, BEIJING, ""));
        JsonNode agreed = ok(server.post("buyer-1", modification(order, asked) + "/consent", "{}"));
        assertThat(agreed.get("status").asText()).isEqualTo("AWAITING_APPROVAL");
        assertThat(ok(server.get("warehouse-1", "/modifications")).toString())
                .contains(asked.get("id").asText());
        JsonNode done = ok(server.post("warehouse-1", modification(order, asked) + "/approval", "{}"));

        assertThat(done.get("status").asText()).isEqualTo("APPLIED");
        assertThat(ok(server.get("warehouse-1", "/fulfilments/" + fulfilment))
                        .get("status")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(released(order)).isNotEqualTo(fulfilment);
    }

    @Test
    void on_the_way_the_answer_is_every_other_way_with_its_price() throws Exception {
        String order = paid();
        String fulfilment = released(order);
        ok(server.post("warehouse-1", "/fulfilments/" + fulfilment + "/pick", "{}"));
        ok(server.post("warehouse-1", "/fulfilments/" + fulfilment + "/pack", "{}"));
        ok(server.post(
                "warehouse-1",
                "/fulfilments/" + fulfilment + "/hand-over",
                "{\"carrier\":\"sf\",\"trackingNumber\":\"SF1234567890\"}"));

        HttpResponse<String> refused = byAgent(order, WHITE, "");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        JsonNode problem = RunningServer.json(refused);
        assertThat(problem.get("code").asText()).isEqualTo("modification-refused");
        JsonNode alternatives = problem.at("/errors/0/alternatives");
        assertThat(alternatives.findValuesAsText("way"))
                .containsExactly("INTERCEPT_AND_RESHIP", "EXCHANGE_AFTER_RECEIPT");
        assertThat(alternatives.findValuesAsText("amount")).containsExactly("27.00", "12.00");
    }

    @Test
    void an_agent_without_proof_is_told_what_is_missing_and_strangers_see_nothing() throws Exception {
        String order = paid();

        HttpResponse<String> refused =
                post("agent-1", "/orders/" + order + "/modifications", "{\"changes\":[" + BEIJING + "]}", "HOTLINE");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("evidence-missing");
        assertThat(post("buyer-2", "/orders/" + order + "/modifications", changes(BEIJING), null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_policy_is_shown_and_explained() throws Exception {
        String order = paid();

        assertThat(ok(server.get("buyer-1", "/modification-policies"))
                        .at("/items/0/entries/ADDRESS.CONFIRMED")
                        .asText())
                .isEqualTo("ALLOW IN_PLACE");
        JsonNode explained = ok(server.get("buyer-1", "/orders/" + order + "/modifications/rulings/VARIANT?line=1"));
        assertThat(explained.get("stage").asText()).isEqualTo("CONFIRMED");
        assertThat(explained.at("/cell/ruling").asText()).isEqualTo("ALLOW");
    }

    private static String paid() throws Exception {
        JsonNode offer = ok(server.get("buyer-1", "/offers/" + RED_KETTLE));
        JsonNode purchase =
                created(server.post("buyer-1", "/purchases", """
                {"lines":[{"sku":%s,"quantity":1,"unitPrice":%s}],
                 "deliverTo":{"name":"Lin Xia","phone":"+8613800000000","country":"CN","region":"Zhejiang",
                  "city":"Hangzhou","district":"Xihu","street":"1 Lakeside Road","postalCode":"310000"}}""".formatted(offer.get("sku"), offer.get("price"))));
        String id = purchase.get("id").asText();
        HttpResponse<String> paid = server.post("buyer-1", "/purchases/" + id + "/payments", "{\"token\":\"tok_ok\"}");
        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(201);
        return id + "-1";
    }

    private static String released(String order) throws Exception {
        return created(server.post("warehouse-1", "/orders/" + order + "/fulfilments", "{}"))
                .get("id")
                .asText();
    }

    private static String modification(String order, JsonNode asked) {
        return "/orders/" + order + "/modifications/" + asked.get("id").asText();
    }

    private static HttpResponse<String> byAgent(String order, String changes, String query) throws Exception {
        return post(
                "agent-1",
                "/orders/" + order + "/modifications" + query,
                "{\"changes\":[" + changes + "],\"proof\":\"call-17\",\"reason\":\"MOVED_HOUSE\"}",
                "HOTLINE");
    }

    private static String changes(String changes) {
        return "{\"changes\":[" + changes + "],\"agreed\":true}";
    }

    private static HttpResponse<String> post(String as, String path, String body, @Nullable String channel)
            throws Exception {
        HttpRequest.Builder request = server.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (channel != null) {
            request.header("Ordercore-Channel", channel);
        }
        return server.send(as, request);
    }

    private static JsonNode ok(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningServer.json(response);
    }

    private static JsonNode created(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return RunningServer.json(response);
    }
}
