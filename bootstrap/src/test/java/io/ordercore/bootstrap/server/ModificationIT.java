package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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
                .contains("MODIFIED", "agent-1", "HOTLINE", "MOVED_HOUSE", "call-17");
        assertThat(done.get("steps").findValuesAsText("as")).containsExactly("AGENT", "BUYER", "AGENT");
    }

    @Test
    void a_window_and_a_note_reach_whoever_packs() throws Exception {
        String order = paid();

        JsonNode done = created(post("buyer-1", "/orders/" + order + "/modifications", """
                {"changes":[{"kind":"NOTE","note":"ring twice"},{"kind":"DELIVERY_WINDOW",
                 "window":{"from":"2099-01-01T10:00:00+08:00","to":"2099-01-01T12:00:00+08:00"}}],"agreed":true}""", null));

        assertThat(done.get("status").asText()).isEqualTo("APPLIED");
        JsonNode packed = ok(server.get("warehouse-1", "/orders/" + order));
        assertThat(packed.get("note").asText()).isEqualTo("ring twice");
        assertThat(packed.at("/deliverWithin/from").asText()).isEqualTo("2099-01-01T02:00:00Z");
        assertThat(ok(server.get("merchant-1", "/orders/" + order + "/history")).toString())
                .contains("MODIFIED")
                .doesNotContain("ring twice");
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
    void in_transit_the_carrier_agrees_and_the_right_goods_are_sent_when_the_parcel_is_back() throws Exception {
        String order = paid();
        shipped(order, "SIM-PLAIN-" + System.nanoTime());
        JsonNode accepted = turned(order);
        assertThat(ok(server.get("buyer-1", "/orders/" + order)).toString()).doesNotContain("kettle-white-1l");
        String interception =
                "/orders/" + order + "/interceptions/" + accepted.get("id").asText();
        JsonNode back = ok(server.post("warehouse-1", interception + "/reception", "{\"sellable\":true}"));

        assertThat(back.get("status").asText()).isEqualTo("RETURNED");
        assertThat(back.get("feeStatus").asText()).isEqualTo("CHARGED");
        assertThat(ok(server.get("buyer-1", "/orders/" + order)).toString()).contains("kettle-white-1l");
        delivered(released(order), "SIM-PLAIN-" + System.nanoTime());
        assertThat(ok(server.get("buyer-1", "/orders/" + order + "/history?limit=100"))
                        .toString())
                .contains("RETURNED_TO_SENDER", "REPLACED", "ALLOCATED", "DELIVERED");
    }

    @Test
    void in_transit_the_carrier_refuses_and_the_goods_are_exchanged_after_receipt() throws Exception {
        String order = paid();
        String fulfilment = shipped(order, "SIM-STUBBORN-" + System.nanoTime());
        JsonNode asked = created(byAgent(order, WHITE, "", "INTERCEPT_AND_RESHIP"));
        ok(server.post("buyer-1", modification(order, asked) + "/consent", "{}"));
        paid(modification(order, asked));
        JsonNode refused = intercepted(order, "REFUSED");
        assertThat(refused.get("feeStatus").asText()).isEqualTo("REFUNDED");
        ok(server.post("warehouse-1", "/fulfilments/" + fulfilment + "/deliver", "{}"));

        JsonNode goods = created(
                server.post(
                        "buyer-1",
                        "/orders/" + order + "/returns",
                        "{\"reason\":\"WRONG_SIZE\",\"lines\":[{\"line\":1,\"quantity\":1}],\"exchangeFor\":\"kettle-white-1l\"}"));
        assertThat(goods.get("status").asText()).isEqualTo("APPROVED");
        String path = "/orders/" + order + "/returns/" + goods.get("id").asText();
        ok(server.post("buyer-1", path + "/shipment", "{\"trackingNumber\":\"SF1234567890\"}"));
        ok(server.post("warehouse-1", path + "/reception", "{}"));
        assertThat(ok(server.post("warehouse-1", path + "/inspection", "{}"))
                        .get("status")
                        .asText())
                .isEqualTo("EXCHANGED");
        paid("/orders/" + order);
        until(() -> ok(server.get("buyer-1", "/orders/" + order + "/history"))
                .toString()
                .contains("ALLOCATED"));
        delivered(released(order), "SIM-PLAIN-" + System.nanoTime());

        assertThat(ok(server.get("buyer-1", "/orders/" + order)).toString()).contains("kettle-white-1l");
    }

    @Test
    void damaged_goods_are_claimed_for_and_paid_back_without_coming_back() throws Exception {
        String order = paid();
        delivered(released(order), "SIM-PLAIN-" + System.nanoTime());

        JsonNode claim = created(server.post(
                "buyer-1",
                "/orders/" + order + "/claims",
                "{\"reason\":\"DAMAGED\",\"lines\":[{\"line\":1,\"quantity\":1}],\"wanted\":\"REFUND\"}"));
        String path = "/orders/" + order + "/claims/" + claim.get("id").asText();
        assertThat(server.post("buyer-1", path + "/approval", "{}").statusCode())
                .isEqualTo(403);
        assertThat(ok(server.post("merchant-1", path + "/approval", "{}"))
                        .get("status")
                        .asText())
                .isEqualTo("RESOLVED");
        assertThat(ok(server.get("buyer-1", "/orders/" + order + "/claims")).get("items"))
                .hasSize(1);
        assertThat(server.get("buyer-2", path).statusCode()).isEqualTo(404);
        assertThat(ok(server.get("buyer-1", "/after-sale-policy"))
                        .at("/entries/DAMAGED")
                        .asText())
                .contains("CLAIM");
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

    private static String shipped(String order, String trackingNumber) throws Exception {
        String fulfilment = released(order);
        handOver(fulfilment, trackingNumber);
        return fulfilment;
    }

    private static void delivered(String fulfilment, String trackingNumber) throws Exception {
        handOver(fulfilment, trackingNumber);
        ok(server.post("warehouse-1", "/fulfilments/" + fulfilment + "/deliver", "{}"));
    }

    private static void handOver(String fulfilment, String trackingNumber) throws Exception {
        ok(server.post("warehouse-1", "/fulfilments/" + fulfilment + "/pick", "{}"));
        ok(server.post("warehouse-1", "/fulfilments/" + fulfilment + "/pack", "{}"));
        ok(server.post(
                "warehouse-1",
                "/fulfilments/" + fulfilment + "/hand-over",
                "{\"carrier\":\"simulated\",\"trackingNumber\":\"" + trackingNumber + "\"}"));
    }

    private static void paid(String path) throws Exception {
        HttpResponse<String> paid = server.post("buyer-1", path + "/payments", "{\"token\":\"tok_ok\"}");
        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(201);
    }

    /** Asks until the carrier has scanned the parcel and agrees; before that it refuses, and the fee goes back. */
    private static JsonNode turned(String order) throws Exception {
        for (int attempt = 1; ; attempt++) {
            JsonNode asked = created(byAgent(order, WHITE, "", "INTERCEPT_AND_RESHIP"));
            assertThat(asked.at("/quote/fee/amount").asText()).isEqualTo("27.00");
            JsonNode agreed = ok(server.post("buyer-1", modification(order, asked) + "/consent", "{}"));
            assertThat(agreed.get("status").asText()).isEqualTo("AWAITING_PAYMENT");
            paid(modification(order, asked));
            until(() -> !interception(order).get("status").asText().equals("REQUESTED"));
            if (!interception(order).get("status").asText().equals("REFUSED")) {
                return interception(order);
            }
            assertThat(attempt).isLessThan(5);
            Files.writeString(directory.resolve("data").resolve("dev-clock"), "PT" + 15 * attempt + "S");
        }
    }

    /** The carrier thinks about it for some seconds. */
    private static JsonNode intercepted(String order, String status) throws Exception {
        until(() -> interception(order).get("status").asText().equals(status));
        return interception(order);
    }

    private static JsonNode interception(String order) throws Exception {
        return ok(server.get("buyer-1", "/orders/" + order + "/interceptions")).at("/items/0");
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static String modification(String order, JsonNode asked) {
        return "/orders/" + order + "/modifications/" + asked.get("id").asText();
    }

    private static HttpResponse<String> byAgent(String order, String changes, String query) throws Exception {
        return byAgent(order, changes, query, null);
    }

    private static HttpResponse<String> byAgent(String order, String changes, String query, @Nullable String way)
            throws Exception {
        return post(
                "agent-1",
                "/orders/" + order + "/modifications" + query,
                "{\"changes\":[" + changes + "],\"proof\":\"call-17\",\"reason\":\"MOVED_HOUSE\""
                        + (way == null ? "" : ",\"way\":\"" + way + "\"") + "}",
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
