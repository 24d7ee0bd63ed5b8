package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a buyer lives through with parcels that get lost, broken, late or refused, or stand still, over HTTP; the stories run side by side. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IncidentIT {
    private static final String SECRET = "simulated-secret";
    private static final String SKU = "incident-cup";

    private record Story(String order, String number) {}

    @Test
    void five_parcels_five_stories_and_a_webhook_that_hears_them_all() throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        HttpServer shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        shop.start();
        try {
            String hook = id(created(server().post(
                            "operator-1",
                            "/webhooks",
                            "{\"url\":\"http://127.0.0.1:" + shop.getAddress().getPort()
                                    + "/\",\"types\":[\"notice.parcel-lost\",\"order.lost\"]}")));
            stock();
            Story lost = shipped("buyer-1", "LOST");
            Story damaged = shipped("buyer-1", "DAMAGED");
            Story delayed = shipped("buyer-1", "DELAYED");
            Story refused = shipped("buyer-1", "REFUSED");
            Story silent = shipped("buyer-1", "FOUND");
            Instant longAgo = Instant.now().minus(Duration.ofDays(20));
            push(lost, "HUB", longAgo);
            push(silent, "HUB", Instant.now().minus(Duration.ofDays(6)));
            push(damaged, "BROKEN", Instant.now().minusSeconds(5));
            push(delayed, "LATE", Instant.now().minusSeconds(5));
            push(refused, "REFUSED", Instant.now().minusSeconds(5));

            theDelayedOneHasANewDate(delayed);
            theRefusedOneIsRedelivered(refused);
            theDamagedOneIsPaidBack(damaged);
            theSilentOneIsAskedFor(silent);
            theLostOneIsSentAgainAndTurnsUp(lost);
            until(() -> heard.stream()
                            .anyMatch(it -> it.contains("\"notice.parcel-lost\"") && it.contains(lost.order()))
                    && heard.stream().anyMatch(it -> it.contains("\"order.lost\"") && it.contains(lost.order())));
            assertThat(ok(server().get("operator-1", "/webhooks/" + hook + "/deliveries"))
                            .findValuesAsText("status"))
                    .contains("DELIVERED");
        } finally {
            shop.stop(0);
        }
    }

    @Test
    void a_voucher_for_trouble_pays_for_part_of_the_next_order_and_comes_back_when_that_is_cancelled()
            throws Exception {
        stock();
        Story late = shipped("buyer-2", "DELAYED");
        push(late, "LATE", Instant.now().minusSeconds(5));
        until(() -> told("buyer-2", late).contains("remedy-keep-waiting"));
        String incident = ok(server().get("buyer-2", "/orders/" + late.order() + "/incidents"))
                .at("/items/0/id")
                .asText();
        ok(server().post("agent-1", "/incidents/" + incident + "/remedy", "{\"remedy\":\"VOUCHER\"}"));
        String code =
                ok(server().get("buyer-2", "/vouchers")).at("/items/0/code").asText();

        String order = placed("buyer-2") + "-1";
        String redemptions = "/orders/" + order + "/voucher-redemptions";
        assertThat(ok(server().post("buyer-2", redemptions, "{\"code\":\"" + code + "\"}"))
                        .at("/payable/amount")
                        .asText())
                .isEqualTo("11.25");
        HttpResponse<String> another = server().post(
                        "buyer-2",
                        "/orders/" + placed("buyer-2") + "-1/voucher-redemptions",
                        "{\"code\":\"" + code + "\"}");
        assertThat(another.statusCode()).isEqualTo(409);
        assertThat(RunningServer.json(another).at("/errors/0/code").asText()).isEqualTo("voucher-redeemed");
        assertThat(server().post("buyer-1", redemptions, "{\"code\":\"" + code + "\"}")
                        .statusCode())
                .isEqualTo(404);
        ok(server().post("buyer-2", "/orders/" + order + "/cancellation", "{}"));
        until(() -> ok(server().get("buyer-2", "/vouchers"))
                .at("/items/0/redeemedFor")
                .isMissingNode());
    }

    private static void theDelayedOneHasANewDate(Story story) throws Exception {
        until(() -> told(story).contains("remedy-keep-waiting"));
        JsonNode tracking = ok(server().get("buyer-1", "/orders/" + story.order() + "/tracking"));
        assertThat(tracking.at("/parcels/0/cases/0/remedy").asText()).isEqualTo("KEEP_WAITING");
        assertThat(tracking.at("/parcels/0/cases/0/doing").asText()).contains("new date");
        push(story, "DOOR", Instant.now().minusSeconds(1));
        until(() -> told(story).contains("parcel-goes-on"));
        assertThat(told(story)).containsExactly("parcel-delayed", "remedy-keep-waiting", "parcel-goes-on");
    }

    private static void theSilentOneIsAskedFor(Story story) throws Exception {
        until(() -> told(story).contains("remedy-keep-waiting"));
        assertThat(told(story))
                .containsExactly("parcel-stalled", "inquiry-opened", "inquiry-located", "remedy-keep-waiting");
        push(story, "DOOR", Instant.now().minusSeconds(1));
        until(() -> told(story).contains("parcel-goes-on"));
    }

    private static void theRefusedOneIsRedelivered(Story story) throws Exception {
        until(() -> told(story).contains("remedy-offered"));
        HttpResponse<String> never = choose("buyer-1", story, "RESHIP");
        assertThat(never.statusCode()).isEqualTo(409);
        assertThat(RunningServer.json(never).at("/errors/0/code").asText()).isEqualTo("not-offered");
        ok(choose("buyer-1", story, "KEEP_WAITING"));
        push(story, "VAN", Instant.now().minusSeconds(2));
        push(story, "DOOR", Instant.now().minusSeconds(1));
        until(() -> told(story).contains("parcel-goes-on"));
        assertThat(told(story))
                .containsExactly("parcel-refused", "remedy-offered", "remedy-keep-waiting", "parcel-goes-on");
        assertThat(order(story).path("fulfilmentStatus").asText()).isEqualTo("DELIVERED");
    }

    private static void theDamagedOneIsPaidBack(Story story) throws Exception {
        until(() -> told(story).contains("remedy-offered"));
        ok(choose("buyer-1", story, "REFUND"));
        assertThat(choose("agent-1", story, "RESHIP").statusCode()).isEqualTo(409);
        until(() -> order(story).path("paymentStatus").asText().equals("REFUNDED"));
        assertThat(order(story).at("/refunded/amount").asText()).isEqualTo("12.50");
        assertThat(told(story))
                .containsExactly("parcel-damaged", "incident-inquiry", "remedy-offered", "remedy-refund");
    }

    private static void theLostOneIsSentAgainAndTurnsUp(Story story) throws Exception {
        until(() -> told(story).contains("remedy-offered"));
        ok(choose("buyer-1", story, "RESHIP"));
        assertThat(order(story).path("lines")).hasSize(2);
        push(story, "FOUND", Instant.now().minusSeconds(1));
        until(() -> told(story).contains("parcel-turned-up-late"));
        assertThat(told(story))
                .containsSubsequence(
                        "parcel-lost", "incident-inquiry", "remedy-offered", "remedy-reship", "parcel-turned-up-late");
        String incident = incident(story).path("id").asText();
        assertThat(ok(server().get("agent-1", "/incidents?kind=LOST&stage=OPEN&limit=100"))
                        .findValuesAsText("id"))
                .contains(incident);
        ok(server().post("agent-1", "/incidents/" + incident + "/resolution", "{\"note\":\"keep both\"}"));
        assertThat(told(story)).endsWith("incident-resolved");
        assertThat(ok(server().get("operator-1", "/incidents/rates")).toString())
                .contains("CN/Zhejiang");
        assertThat(order(story).at("/refunded/amount").asText()).isEqualTo("0.00");
    }

    private static HttpResponse<String> choose(String who, Story story, String remedy) throws Exception {
        return server().post(
                        who,
                        "/orders/" + story.order() + "/incidents/"
                                + incident(story).path("id").asText() + "/remedy",
                        "{\"remedy\":\"" + remedy + "\"}");
    }

    /** The last one: the one that is worked on. */
    private static JsonNode incident(Story story) throws Exception {
        JsonNode all = ok(server().get("buyer-1", "/orders/" + story.order() + "/incidents"))
                .path("items");
        return all.get(all.size() - 1);
    }

    private static JsonNode order(Story story) throws Exception {
        return ok(server().get("buyer-1", "/orders/" + story.order()));
    }

    /** What the buyer was told about this order, in its order. */
    private static List<String> told(Story story) throws Exception {
        return told("buyer-1", story);
    }

    private static List<String> told(String buyer, Story story) throws Exception {
        List<String> codes = new ArrayList<>();
        for (JsonNode notice : ok(server().get(buyer, "/notices?limit=100")).path("items")) {
            if (notice.path("subject").asText().equals(story.order())) {
                codes.add(0, notice.path("code").asText());
            }
        }
        return codes;
    }

    private static void stock() throws Exception {
        created(server().post(
                        "operator-1",
                        "/adopted-goods",
                        "{\"goods\":[{\"sku\":\"" + SKU + "\",\"merchant\":\"merchant-1\",\"title\":\"A cup\","
                                + "\"attributes\":{},\"price\":{\"amount\":\"12.50\",\"currency\":\"CNY\"}}]}"));
        created(server().send(
                        "merchant-1",
                        server().request("/stock/" + SKU)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString("{\"onHand\":50}"))));
    }

    private static String placed(String buyer) throws Exception {
        return id(created(server().post(
                        buyer,
                        "/purchases",
                        "{\"lines\":[{\"sku\":\"" + SKU + "\",\"quantity\":1,\"unitPrice\":{\"amount\":\"12.50\","
                                + "\"currency\":\"CNY\"}}],\"deliverTo\":{\"name\":\"Lin Xia\",\"phone\":\"+8613800000000\","
                                + "\"country\":\"CN\",\"region\":\"Zhejiang\",\"city\":\"Hangzhou\",\"district\":\"Xihu\","
                                + "\"street\":\"1 Lakeside Road\",\"postalCode\":\"310000\"}}")));
    }

    private static Story shipped(String buyer, String kind) throws Exception {
        String number = "SIM-" + kind + "-"
                + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        String purchase = placed(buyer);
        created(server().post(buyer, "/purchases/" + purchase + "/payments", "{\"token\":\"tok_ok\"}"));
        String parcel = id(created(server().post("merchant-1", "/orders/" + purchase + "-1/fulfilments", "{}")));
        ok(server().post("warehouse-1", "/fulfilments/" + parcel + "/pick", "{}"));
        ok(server().post("warehouse-1", "/fulfilments/" + parcel + "/pack", "{}"));
        ok(server().post(
                        "warehouse-1",
                        "/fulfilments/" + parcel + "/hand-over",
                        "{\"carrier\":\"simulated\",\"trackingNumber\":\"" + number + "\"}"));
        Story story = new Story(purchase + "-1", number);
        until(() -> !ok(server().get(buyer, "/orders/" + story.order() + "/tracking"))
                .path("parcels")
                .isEmpty());
        return story;
    }

    private static void push(Story story, String code, Instant at) throws Exception {
        String body = "{\"number\":\"" + story.number() + "\",\"events\":[{\"code\":\"" + code + "\",\"at\":\"" + at
                + "\",\"text\":\"\",\"place\":\"Wuhan\"}]}";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> answer = server().send(
                        null,
                        server().request("/carriers/simulated/pushes")
                                .header("Content-Type", "application/json")
                                .header("X-Simulated-Signature", signature)
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static RunningServer server() throws Exception {
        return RunningServer.shared();
    }

    private static String id(JsonNode created) {
        return created.path("id").asText();
    }

    private static JsonNode ok(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningServer.json(response);
    }

    private static JsonNode created(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return RunningServer.json(response);
    }
}
