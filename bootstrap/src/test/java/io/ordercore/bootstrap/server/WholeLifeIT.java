package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a user of the running server sees, from the shelf to the receipt. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WholeLifeIT {
    private static final String DELIVER_TO = "\"deliverTo\":{\"name\":\"Lin Xia\",\"phone\":\"+8613800000000\","
            + "\"country\":\"CN\",\"region\":\"Zhejiang\",\"city\":\"Hangzhou\",\"district\":\"Xihu\","
            + "\"street\":\"1 Lakeside Road\",\"postalCode\":\"310000\"}";

    @Test
    void a_purchase_is_placed_paid_shipped_and_received() throws Exception {
        offer("whole-life", 10);
        String purchase = id(created(place("buyer-1", "whole-life", 2)));
        String order = purchase + "-1";
        created(server().post("buyer-1", "/purchases/" + purchase + "/payments", "{\"token\":\"tok_ok\"}"));
        String parcel = id(created(server().post("merchant-1", "/orders/" + order + "/fulfilments", "{}")));
        done(server().post("warehouse-1", "/fulfilments/" + parcel + "/pick", "{}"));
        done(server().post("warehouse-1", "/fulfilments/" + parcel + "/pack", "{}"));
        done(server().post(
                        "warehouse-1",
                        "/fulfilments/" + parcel + "/hand-over",
                        "{\"carrier\":\"sf-express\",\"trackingNumber\":\"SF1234567890123\"}"));
        done(server().post("warehouse-1", "/fulfilments/" + parcel + "/deliver", "{}"));
        done(server().post("buyer-1", "/orders/" + order + "/receipt", "{}"));

        JsonNode stored = RunningServer.json(server().get("buyer-1", "/orders/" + order));
        assertThat(stored.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(stored.path("fulfilmentStatus").asText()).isEqualTo("DELIVERED");
        assertThat(stored.path("captured").path("amount").asText()).isEqualTo("25.00");
        JsonNode stock = RunningServer.json(server().get("merchant-1", "/stock/whole-life"));
        assertThat(stock.path("onHand").asLong()).isEqualTo(8);
        assertThat(stock.path("reserved").asLong()).isZero();
        assertThat(RunningServer.json(server().get("buyer-1", "/orders/" + order + "/history"))
                        .path("items"))
                .hasSize(9);
    }

    @Test
    void a_cancelled_order_gives_back_money_and_stock() throws Exception {
        offer("cancelled", 5);
        String purchase = id(created(place("buyer-2", "cancelled", 3)));
        created(server().post("buyer-2", "/purchases/" + purchase + "/payments", "{\"token\":\"tok_ok\"}"));
        done(server().post("buyer-2", "/orders/" + purchase + "-1/cancellation", "{}"));

        eventually(purchase, "paymentStatus", "REFUNDED");
        assertThat(RunningServer.json(server().get("merchant-1", "/stock/cancelled"))
                        .path("reserved")
                        .asLong())
                .isZero();
    }

    @Test
    void a_payment_without_an_answer_is_found_out() throws Exception {
        offer("timeout", 5);
        String purchase = id(created(place("buyer-2", "timeout", 1)));
        HttpResponse<String> paying =
                server().post("buyer-2", "/purchases/" + purchase + "/payments", "{\"token\":\"tok_timeout\"}");
        assertThat(paying.statusCode()).isEqualTo(202);

        eventually(purchase, "status", "CONFIRMED");
    }

    @Test
    void of_two_hundred_buyers_of_one_unit_exactly_one_wins() throws Exception {
        offer("last-one", 1);
        ExecutorService buyers = Executors.newFixedThreadPool(200);
        try {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String who = i % 2 == 0 ? "buyer-1" : "buyer-2";
                answers.add(buyers.submit(() -> place(who, "last-one", 1)));
            }
            int winners = 0;
            for (Future<HttpResponse<String>> answer : answers) {
                int status = answer.get().statusCode();
                assertThat(status).as(answer.get().body()).isIn(201, 409);
                winners += status == 201 ? 1 : 0;
            }
            assertThat(winners).isOne();
        } finally {
            buyers.shutdownNow();
        }
    }

    @Test
    void the_same_key_gives_the_same_answer_once() throws Exception {
        offer("same-key", 5);
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = place("buyer-1", key, purchase("same-key", 1));
        HttpResponse<String> again = place("buyer-1", key, purchase("same-key", 1));
        HttpResponse<String> other = place("buyer-1", key, purchase("same-key", 2));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(RunningServer.json(server().get("merchant-1", "/stock/same-key"))
                        .path("reserved")
                        .asLong())
                .isOne();
    }

    @Test
    void another_price_and_missing_stock_are_told_with_the_facts() throws Exception {
        offer("facts", 3);
        HttpResponse<String> tooMany = place("buyer-1", "facts", 4);
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(RunningServer.json(tooMany).path("code").asText()).isEqualTo("insufficient-stock");
        assertThat(tooMany.body()).contains("\"facts\"", "3");

        HttpResponse<String> otherPrice = place(
                "buyer-1", UUID.randomUUID().toString(), purchase("facts", 1).replace("12.50", "11.00"));
        assertThat(otherPrice.statusCode()).isEqualTo(409);
        assertThat(RunningServer.json(otherPrice).path("code").asText()).isEqualTo("price-changed");
        assertThat(otherPrice.body()).contains("12.50");
    }

    @Test
    void a_lowered_price_is_charged_and_said() throws Exception {
        offer("cheaper", 3);
        HttpResponse<String> placed = place(
                "buyer-1", UUID.randomUUID().toString(), purchase("cheaper", 2).replace("12.50", "14.00"));
        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(RunningServer.json(placed).at("/total/amount").asText()).isEqualTo("25.00");
        assertThat(RunningServer.json(placed).at("/lowered/0/seenPrice/amount").asText())
                .isEqualTo("14.00");
    }

    @Test
    void what_nobody_reviewed_cannot_be_ordered() throws Exception {
        created(put(
                "/offers/unreviewed",
                "{\"title\":\"Sly goods\",\"price\":{\"amount\":\"12.50\",\"currency\":\"CNY\"}}"));
        created(put("/stock/unreviewed", "{\"onHand\":5}"));
        HttpResponse<String> placed = place("buyer-1", "unreviewed", 1);
        assertThat(placed.statusCode()).isEqualTo(409);
        assertThat(RunningServer.json(placed).path("code").asText()).isEqualTo("not-orderable");
    }

    @Test
    void what_belongs_to_others_looks_like_what_is_not_there() throws Exception {
        offer("private", 3);
        String order = id(created(place("buyer-1", "private", 1))) + "-1";

        HttpResponse<String> foreign = server().get("buyer-2", "/orders/" + order);
        HttpResponse<String> missing = server().get("buyer-2", "/orders/01990000-0000-7000-8000-000000000001-1");
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(missing.body());
        assertThat(server().get("merchant-2", "/orders/" + order).statusCode()).isEqualTo(404);
        assertThat(server().get("merchant-1", "/orders/" + order).body()).doesNotContain("Lakeside");
    }

    private static RunningServer server() throws Exception {
        return RunningServer.shared();
    }

    private static void offer(String sku, int units) throws Exception {
        created(server().send(
                        "operator-1",
                        server().request("/adopted-goods")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(HttpRequest.BodyPublishers.ofString("{\"goods\":[{\"sku\":\"" + sku
                                        + "\",\"merchant\":\"merchant-1\",\"title\":\"A " + sku
                                        + "\",\"attributes\":{\"colour\":\"blue\"},"
                                        + "\"price\":{\"amount\":\"12.50\",\"currency\":\"CNY\"}}]}"))));
        created(put("/stock/" + sku, "{\"onHand\":" + units + "}"));
    }

    private static HttpResponse<String> put(String path, String body) throws Exception {
        return server().send(
                        "merchant-1",
                        server().request(path)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> place(String who, String sku, int quantity) throws Exception {
        return place(who, UUID.randomUUID().toString(), purchase(sku, quantity));
    }

    private static HttpResponse<String> place(String who, String key, String body) throws Exception {
        return server().send(
                        who,
                        server().request("/purchases")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String purchase(String sku, int quantity) {
        return "{\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":" + quantity
                + ",\"unitPrice\":{\"amount\":\"12.50\",\"currency\":\"CNY\"}}]," + DELIVER_TO + "}";
    }

    private static void eventually(String purchase, String field, String value) throws Exception {
        String seen = "";
        for (int i = 0; i < 600 && !seen.equals(value); i++) {
            Thread.sleep(100);
            seen = RunningServer.json(server().get("buyer-2", "/orders/" + purchase + "-1"))
                    .path(field)
                    .asText();
        }
        assertThat(seen).isEqualTo(value);
    }

    private static HttpResponse<String> created(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
        return response;
    }

    private static HttpResponse<String> done(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response;
    }

    private static String id(HttpResponse<String> response) throws Exception {
        return RunningServer.json(response).path("id").asText();
    }
}
