package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.testkit.Laboratory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What an agency's word does while buyers go on buying, who may undo it, and who keeps the agencies, over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QualityIT {
    private static final int BUYERS = 6;
    private static final int BEFORE = 40;
    private static final int AFTER = 40;

    /** A purchase, when it was sent, and what came of it. */
    private record Try(long sentAt, HttpResponse<String> answer) {}

    @Test
    void once_a_result_is_answered_no_purchase_is_accepted_and_all_before_are_held() throws Exception {
        onSale("race-lamp", "race-house");
        String inspection = inspected("race-lamp");
        String purchase = purchase("race-lamp");
        Queue<Try> tries = new ConcurrentLinkedQueue<>();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService buyers = Executors.newFixedThreadPool(BUYERS);
        List<Future<?>> running = new ArrayList<>();
        for (int buyer = 0; buyer < BUYERS; buyer++) {
            running.add(buyers.submit(() -> {
                while (!enough.get()) {
                    long sentAt = System.nanoTime();
                    tries.add(new Try(sentAt, server().post("buyer-2", "/purchases", purchase)));
                }
                return null;
            }));
        }
        await(tries, BEFORE);
        HttpResponse<String> reported = report(inspection, 9);
        long answeredAt = System.nanoTime();
        await(tries, tries.size() + AFTER);
        enough.set(true);
        for (Future<?> buyer : running) {
            buyer.get(60, TimeUnit.SECONDS);
        }
        buyers.shutdown();

        assertThat(reported.statusCode()).as(reported.body()).isEqualTo(200);
        assertThat(tries.stream().filter(it -> it.sentAt() > answeredAt))
                .hasSizeGreaterThanOrEqualTo(AFTER - BUYERS)
                .allMatch(it ->
                        it.answer().statusCode() == 409 && it.answer().body().contains("not-orderable"));
        List<String> accepted = new ArrayList<>();
        for (Try one : tries) {
            if (one.answer().statusCode() == 201) {
                accepted.add(RunningServer.json(one.answer()).get("id").asText() + "-1");
            }
        }
        assertThat(accepted).hasSizeGreaterThanOrEqualTo(BEFORE / 2);
        for (String order : accepted) {
            awaitHeld(order);
        }
    }

    @Test
    void a_discontinued_product_comes_back_when_another_person_approves_the_correction() throws Exception {
        onSale("frail-lamp", "frail-house");
        List<String> lots = new ArrayList<>();
        for (int lot = 0; lot < 5; lot++) {
            lots.add(inspected("frail-lamp"));
        }
        String actions = "/inspections/products/frail-lamp/corrective-actions";
        String done = "{\"description\":\"another supplier of plugs; 200 tested, none failed\"}";
        assertThat(server().post("operator-2", actions, done).body()).contains("not-discontinued");
        for (String lot : lots) {
            assertThat(report(lot, 9).statusCode()).isEqualTo(200);
        }
        assertThat(report(inspected("frail-lamp"), 0).statusCode()).isEqualTo(200);
        assertThat(server().get("operator-1", "/merchants/frail-house/credit").body())
                .contains("INSPECTION_DISCONTINUED");
        assertThat(buys("frail-lamp")).isEqualTo(409);

        assertThat(server().post("operator-2", actions, done).statusCode()).isEqualTo(201);
        String yes = "{\"approved\":true,\"reason\":\"test report seen\"}";
        assertThat(server().post("operator-2", actions + "/1/decision", yes).body())
                .contains("recorded-by-the-same-person");
        assertThat(server().get("merchant-1", actions).statusCode()).isEqualTo(404);
        assertThat(buys("frail-lamp")).isEqualTo(409);
        HttpResponse<String> approved = server().post("operator-1", actions + "/1/decision", yes);
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(buys("frail-lamp")).isEqualTo(201);
        JsonNode quality = json(server().get("operator-1", "/inspections/products/frail-lamp"));
        assertThat(quality.at("/states/MAJOR").asText()).isEqualTo("TIGHTENED");
        assertThat(quality.at("/rectifications/0/outcome").asText()).isEqualTo("RECTIFIED");
        assertThat(json(server().get("operator-1", actions))
                        .at("/items/0/decidedBy")
                        .asText())
                .isEqualTo("operator-1");
    }

    @Test
    void operators_keep_the_register_of_agencies_and_its_history_tells_who_did_what() throws Exception {
        String path = "/inspection-agencies/second-lab";
        String key = new Laboratory().publicKey();
        String body = "{\"publicKey\":\"" + key + "\",\"categories\":[\"toys\"]}";
        assertThat(put("merchant-1", path, body).statusCode()).isEqualTo(403);
        assertThat(put("operator-1", path, "{\"publicKey\":\"AAAA\"}").body()).contains("invalid-key");
        assertThat(put("operator-1", path, body).statusCode()).isEqualTo(201);
        String other = new Laboratory().publicKey();
        assertThat(put("operator-1", path, body.replace(key, other)).body()).contains("another-key");
        HttpResponse<String> rotated =
                server().post("operator-2", path + "/keys", "{\"publicKey\":\"" + other + "\",\"overlapHours\":24}");
        assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(200);
        assertThat(json(rotated).get("keys")).hasSize(2);
        assertThat(json(rotated).at("/keys/0/until").isMissingNode()).isFalse();
        HttpResponse<String> closed = put("operator-1", path, "{\"active\":false}");
        assertThat(json(closed).get("active").asBoolean()).isFalse();
        JsonNode history = json(server().get("operator-1", path + "/history")).get("items");
        assertThat(history)
                .extracting(
                        line -> line.get("kind").asText() + " " + line.get("by").asText())
                .containsExactly("REGISTERED operator-1", "KEY_ROTATED operator-2", "REVISED operator-1");
        onSale("toy-lamp", "toy-house");
        assertThat(server().post(
                                "operator-1",
                                "/inspections",
                                "{\"sku\":\"toy-lamp\",\"category\":\"toys\",\"lotSize\":100,\"agency\":\"second-lab\"}")
                        .body())
                .contains("no-such-agency");
    }

    @Test
    void a_merchant_sees_its_deposit_and_nobody_elses() throws Exception {
        String other = "{\"amount\":{\"amount\":\"80.00\",\"currency\":\"CNY\"},\"reference\":\"bank-4711\"}";
        assertThat(server().post("merchant-2", "/merchants/merchant-2/deposit/top-ups", other)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server().post(
                                "operator-1",
                                "/merchants/merchant-2/credit/evidence",
                                "{\"id\":\"first-answer\",\"kind\":\"RESPONSE\",\"day\":\"2026-01-01\",\"inOrder\":true}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> booked = server().post("operator-1", "/merchants/merchant-2/deposit/top-ups", other);
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(200);
        assertThat(server().post("operator-1", "/merchants/merchant-2/deposit/top-ups", other)
                        .body())
                .contains("already-booked");
        JsonNode account = json(server().get("merchant-2", "/merchants/merchant-2/deposit"))
                .get("accounts")
                .get(0);
        assertThat(account.at("/held/amount").asText()).isEqualTo("80.00");
        assertThat(json(server().get("merchant-2", "/merchants/merchant-2/deposit/entries"))
                        .at("/items/0/kind")
                        .asText())
                .isEqualTo("TOPPED_UP");
        String taken =
                "{\"amount\":{\"amount\":\"80.01\",\"currency\":\"CNY\"},\"reference\":\"case-1\",\"reason\":\"not delivered\"}";
        HttpResponse<String> tooMuch = server().post("operator-1", "/merchants/merchant-2/deposit/forfeits", taken);
        assertThat(tooMuch.statusCode()).as(tooMuch.body()).isEqualTo(409);
        assertThat(json(tooMuch).at("/errors/0/held/amount").asText()).isEqualTo("80.00");
        assertThat(json(ok(server().post(
                                        "operator-1",
                                        "/merchants/merchant-2/deposit/forfeits",
                                        taken.replace("80.01", "60.00"))))
                        .at("/accounts/0/held/amount")
                        .asText())
                .isEqualTo("20.00");
        assertThat(server().get("merchant-2", "/notices").body()).contains("CNY 60.00", "not delivered");
        for (String path : List.of("/deposit", "/deposit/entries", "/payouts")) {
            assertThat(server().get("merchant-1", "/merchants/merchant-2" + path)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void how_long_a_merchant_takes_to_decide_a_claim_is_learnt_from_the_claim() throws Exception {
        onSale("claimed-lamp", "merchant-2");
        String purchase = json(ok(server().post("buyer-2", "/purchases", purchase("claimed-lamp"))))
                .get("id")
                .asText();
        String order = "/orders/" + purchase + "-1";
        String parcel = "/fulfilments/" + purchase + "-1-1";
        ok(server().post("buyer-2", "/purchases/" + purchase + "/payments", "{\"token\":\"tok_ok\"}"));
        ok(server().post("merchant-2", order + "/fulfilments", ""));
        ok(server().post("warehouse-1", parcel + "/pick", ""));
        ok(server().post("warehouse-1", parcel + "/pack", ""));
        ok(server().post(
                        "warehouse-1",
                        parcel + "/hand-over",
                        "{\"carrier\":\"sf-express\",\"trackingNumber\":\"SF1234567890123\"}"));
        ok(server().post("warehouse-1", parcel + "/deliver", ""));
        String claim = json(ok(
                        server().post(
                                        "buyer-2",
                                        order + "/claims",
                                        "{\"reason\":\"DAMAGED\",\"lines\":[{\"line\":1,\"quantity\":1}],\"wanted\":\"REFUND\"}")))
                .get("id")
                .asText();
        ok(server().post("merchant-2", order + "/claims/" + claim + "/refusal", ""));
        String evidence = "/merchants/merchant-2/credit/evidence?limit=100";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!server().get("merchant-2", evidence).body().contains("response-claim-" + claim)) {
            assertThat(System.nanoTime()).as("the response to " + claim).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        for (JsonNode piece : json(server().get("merchant-2", evidence)).get("items")) {
            if (piece.get("id").asText().equals("response-claim-" + claim)) {
                assertThat(piece.get("code").asText()).isEqualTo("M05");
                assertThat(piece.get("against").asBoolean()).isFalse();
            }
        }
    }

    private static HttpResponse<String> ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return response;
    }

    private static RunningServer server() throws Exception {
        return RunningServer.shared();
    }

    private static void onSale(String sku, String merchant) throws Exception {
        HttpResponse<String> adopted = server().post(
                        "operator-1",
                        "/adopted-goods",
                        "{\"goods\":[{\"sku\":\"" + sku + "\",\"merchant\":\"" + merchant
                                + "\",\"title\":\"A lamp\",\"price\":{\"amount\":\"12.50\",\"currency\":\"CNY\"}}]}");
        assertThat(adopted.statusCode()).as(adopted.body()).isEqualTo(201);
        assertThat(put("operator-1", "/stock/" + sku, "{\"onHand\":100000}").statusCode())
                .isEqualTo(201);
    }

    private static String inspected(String sku) throws Exception {
        HttpResponse<String> ordered = server().post(
                        "operator-1",
                        "/inspections",
                        "{\"sku\":\"%s\",\"category\":\"home\",\"lotSize\":1000,\"agency\":\"inspector-1\"}"
                                .formatted(sku));
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(201);
        return json(ordered).get("id").asText();
    }

    private static HttpResponse<String> report(String inspection, int major) throws Exception {
        return server().post(
                        "inspector-1",
                        "/inspections/" + inspection + "/report",
                        InspectionAgency.ONE.report(inspection, major));
    }

    private static int buys(String sku) throws Exception {
        return server().post("buyer-2", "/purchases", purchase(sku)).statusCode();
    }

    private static String purchase(String sku) {
        return """
            {"lines":[{"sku":"%s","quantity":1,"unitPrice":{"amount":"12.50","currency":"CNY"}}],
             "deliverTo":{"name":"Lin Xia","phone":"+8613800000000","country":"CN","region":"Zhejiang",
              "city":"Hangzhou","district":"Xihu","street":"1 Lakeside Road","postalCode":"310000"}}\
            """.formatted(sku);
    }

    private static HttpResponse<String> put(String who, String path, String body) throws Exception {
        return server().send(
                        who,
                        server().request(path)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void await(Queue<Try> tries, int size) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (tries.size() < size) {
            assertThat(System.nanoTime())
                    .as("%d of %d tries", tries.size(), size)
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** An order that came in in the very moment is held by what follows from it. */
    private static void awaitHeld(String order) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!server().get("buyer-2", "/orders/" + order).body().contains("QUALITY")) {
            assertThat(System.nanoTime()).as(order).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return RunningServer.json(response);
    }
}
