package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A merchant falls by bad deliveries and rises again by appeals, over HTTP, on a clock put forward. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreditIT {
    private static final String SKU = "lamp-black-small";
    private static final int GOOD = 40;
    private static final int BAD = 20;

    @TempDir
    static Path directory;

    @Test
    void bad_deliveries_cost_two_tiers_and_accepted_appeals_bring_back_the_exact_former_score() throws Exception {
        Path data = Files.createDirectories(directory.resolve("data"));
        LocalDate start = firstOfAQuarter().plusDays(9);
        try (RunningServer server = RunningServer.on(data)) {
            String merchant = RunningServer.json(server.get("buyer-1", "/offers/" + SKU))
                    .get("merchant")
                    .asText();
            String credit = "/merchants/" + merchant + "/credit";
            clock(data, start);
            for (int i = 0; i < GOOD; i++) {
                delivered(server, merchant);
            }
            clock(data, start.plusDays(17));
            await(server, credit, "/effectiveOrders", Integer.toString(GOOD - 3), true);
            assertDepositIsHeld(server, merchant);
            clock(data, start.withDayOfMonth(1).plusMonths(1));
            await(server, credit, "/tier", "B", false);

            List<String> bad = new ArrayList<>();
            for (int i = 0; i < BAD; i++) {
                bad.add(delivered(server, merchant));
            }
            for (String order : bad) {
                awaitEvidence(server, credit, "hand-over-" + order);
                assertThat(server.post("agent-1", "/orders/" + order + "/findings", "{\"problem\":\"WRONG_ITEM\"}")
                                .statusCode())
                        .isEqualTo(200);
            }
            LocalDate evaluation = start.withDayOfMonth(1).plusMonths(2);
            JsonNode former = json(server, "operator-1", credit + "?on=" + evaluation);
            clock(data, start.withDayOfMonth(1).plusMonths(1).plusDays(17));
            await(server, credit, "/effectiveOrders", Integer.toString(GOOD + BAD - 10), true);
            clock(data, evaluation);
            await(server, credit, "/tier", "D", false);

            JsonNode fallen = json(server, merchant, credit);
            assertThat(points(fallen)).isLessThan(points(former).subtract(BigDecimal.valueOf(30)));
            assertExplained(fallen);
            assertThat(fallen.at("/terms/campaigns").asBoolean()).isFalse();
            assertThat(fallen.at("/terms/payoutHeld").asBoolean()).isTrue();
            int placed = 0;
            HttpResponse<String> last = purchase(server);
            while (last.statusCode() == 201 && placed < 50) {
                placed++;
                last = purchase(server);
            }
            assertThat(last.statusCode()).as(last.body()).isEqualTo(409);
            assertThat(last.body()).contains("merchant-at-limit");
            assertThat(placed).isEqualTo(20);

            assertNobodyElseSees(server, merchant, credit);
            for (String order : bad) {
                appealed(server, merchant, "order-" + order);
            }
            JsonNode again = json(server, merchant, credit);
            assertThat(points(again)).isEqualTo(points(former));
            assertThat(again.get("contributions")).isEqualTo(former.get("contributions"));
            assertThat(again.get("reasons")).isEqualTo(former.get("reasons"));
            assertThat(again.get("tier").asText()).isNotIn("C", "D", "N");
            assertThat(purchase(server).statusCode()).isEqualTo(201);
            assertThat(history(server, merchant, credit))
                    .contains("APPEAL_ACCEPTED", "SANCTION_STARTED", "SANCTION_LIFTED", "TIER_CHANGED");
        }
    }

    /** What payouts did not pay is in the deposit, to the cent. */
    private static void assertDepositIsHeld(RunningServer server, String merchant) throws Exception {
        String path = "/merchants/" + merchant + "/payouts?limit=100";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (json(server, merchant, path).findValues("releasedAt").size() < GOOD) {
            assertThat(System.nanoTime()).as("released payouts").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        BigDecimal withheld = BigDecimal.ZERO;
        for (JsonNode payout : json(server, merchant, path).get("items")) {
            withheld = withheld.add(amount(payout.get("withheld")));
            assertThat(amount(payout.get("withheld")).add(amount(payout.get("paid"))))
                    .isEqualTo(amount(payout.get("amount")));
        }
        JsonNode account = json(server, merchant, "/merchants/" + merchant + "/deposit")
                .get("accounts")
                .get(0);
        assertThat(amount(account.get("held")))
                .isPositive()
                .isEqualTo(withheld)
                .isEqualTo(amount(account.get("target")));
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.get("amount").asText());
    }

    private static void assertExplained(JsonNode credit) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode part : credit.get("contributions")) {
            sum = sum.add(part.decimalValue());
        }
        assertThat(sum)
                .isEqualByComparingTo(
                        points(credit).subtract(credit.get("averagePoints").decimalValue()));
        assertThat(credit.get("reasons")).hasSize(4);
        assertThat(credit.at("/reasons/0/code").asText()).isEqualTo("M01");
        assertThat(credit.at("/reasons/0/goodToClear").asLong()).isPositive();
    }

    private static void assertNobodyElseSees(RunningServer server, String merchant, String credit) throws Exception {
        String other = merchant.equals("merchant-1") ? "merchant-2" : "merchant-1";
        for (String path : List.of("", "/history", "/evidence")) {
            assertThat(server.get(other, credit + path).statusCode()).isEqualTo(404);
            assertThat(server.get(merchant, credit + path).statusCode()).isEqualTo(200);
            assertThat(server.get("operator-1", credit + path).statusCode()).isEqualTo(200);
            assertThat(server.get("buyer-1", credit + path).statusCode()).isEqualTo(403);
        }
    }

    private static void appealed(RunningServer server, String merchant, String evidence) throws Exception {
        HttpResponse<String> opened = server.post(
                merchant,
                "/credit-appeals",
                "{\"evidence\":\"%s\",\"statement\":\"the platform's label was wrong, see photo 4711\"}"
                        .formatted(evidence));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String id = RunningServer.json(opened).get("id").asText();
        HttpResponse<String> decided = server.post(
                "operator-1",
                "/credit-appeals/" + id + "/decision",
                "{\"accepted\":true,\"owner\":\"PLATFORM\",\"reason\":\"our label was wrong\"}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    }

    /** An order from purchase to receipt; answers its id. */
    private static String delivered(RunningServer server, String merchant) throws Exception {
        HttpResponse<String> placed = purchase(server);
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        String purchase = RunningServer.json(placed).get("id").asText();
        String order = purchase + "-1";
        done(server.post("buyer-1", "/purchases/" + purchase + "/payments", "{\"token\":\"tok_ok\"}"));
        done(server.post(merchant, "/orders/" + order + "/fulfilments", ""));
        done(server.post("warehouse-1", "/fulfilments/" + order + "-1/pick", ""));
        done(server.post("warehouse-1", "/fulfilments/" + order + "-1/pack", ""));
        done(server.post(
                "warehouse-1",
                "/fulfilments/" + order + "-1/hand-over",
                "{\"carrier\":\"sf-express\",\"trackingNumber\":\"SF1234567890123\"}"));
        done(server.post("warehouse-1", "/fulfilments/" + order + "-1/deliver", ""));
        done(server.post("buyer-1", "/orders/" + order + "/receipt", ""));
        return order;
    }

    private static void done(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    }

    private static HttpResponse<String> purchase(RunningServer server) throws Exception {
        JsonNode offer = RunningServer.json(server.get("buyer-1", "/offers/" + SKU));
        return server.post("buyer-1", "/purchases", """
            {"lines":[{"sku":%s,"quantity":1,"unitPrice":%s}],
             "deliverTo":{"name":"Lin Xia","phone":"+8613800000000","country":"CN","region":"Zhejiang",
              "city":"Hangzhou","district":"Xihu","street":"1 Lakeside Road","postalCode":"310000"}}\
            """.formatted(offer.get("sku"), offer.get("price")));
    }

    /** Puts the server's clock to noon of a day. */
    private static void clock(Path data, LocalDate day) throws Exception {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        Files.writeString(
                data.resolve("dev-clock"), Duration.between(Instant.now(), noon).toString());
        TimeUnit.MILLISECONDS.sleep(150);
    }

    /** The first day of the next quarter: from there two evaluations pass before the norms are drawn anew. */
    private static LocalDate firstOfAQuarter() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).plusMonths(1);
        while (day.getMonthValue() % 3 != 1) {
            day = day.plusMonths(1);
        }
        return day;
    }

    /** All pages of it. */
    private static String history(RunningServer server, String merchant, String credit) throws Exception {
        StringBuilder all = new StringBuilder();
        String place = "";
        do {
            JsonNode page = json(server, merchant, credit + "/history?limit=100" + place);
            all.append(page.get("items"));
            place = page.path("next").isTextual() ? "&after=" + page.get("next").asText() : "";
        } while (!place.isEmpty());
        return all.toString();
    }

    private static void await(RunningServer server, String path, String pointer, String value, boolean atLeast)
            throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        String seen;
        do {
            HttpResponse<String> response = server.get("operator-1", path);
            seen = response.statusCode() == 200
                    ? RunningServer.json(response).at(pointer).asText()
                    : "";
            if ((atLeast && !seen.isEmpty()) ? Integer.parseInt(seen) >= Integer.parseInt(value) : seen.equals(value)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        } while (System.nanoTime() < deadline);
        throw new AssertionError(path + " " + pointer + " is " + seen + ", not " + value);
    }

    private static void awaitEvidence(RunningServer server, String credit, String id) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!server.get("operator-1", credit + "/evidence?limit=100").body().contains(id)) {
            assertThat(System.nanoTime()).as(id).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static JsonNode json(RunningServer server, String as, String path) throws Exception {
        HttpResponse<String> response = server.get(as, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningServer.json(response);
    }

    private static BigDecimal points(JsonNode credit) {
        return credit.get("points").decimalValue();
    }
}
