package io.ordercore.adapters.rest;

import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.party.BuyerId;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class OrdersTest extends ServedTest {
    private static final String FIRST = "/orders/" + order(1);

    @Test
    void whoever_may_see_an_order_sees_it_and_nobody_else() {
        server.shop.has(anOrder().paid().build());

        Stream.of(LI, TEA_HOUSE, WAREHOUSE, AGENT, OPERATOR)
                .forEach(login ->
                        assertThat(get(FIRST, login).status()).as(login).isEqualTo(200));
        Stream.of(WANG, POTTERY)
                .forEach(login ->
                        assertThat(get(FIRST, login).status()).as(login).isEqualTo(404));
        assertThat(get(FIRST, REVIEWER).status()).isEqualTo(403);
    }

    @Test
    void a_merchant_learns_whom_to_deliver_to_once_it_is_paid() {
        server.shop.has(anOrder().build());
        assertThat(get(FIRST, TEA_HOUSE).at("/deliverTo/name")).isEmpty();
        assertThat(get(FIRST, LI).at("/deliverTo/name")).isEqualTo("Li Na");

        server.shop.has(anOrder().paid().build());
        assertThat(get(FIRST, TEA_HOUSE).at("/deliverTo/street")).isEqualTo("1 Lake Road");
    }

    @Test
    void an_order_is_shown_with_its_lines_its_money_and_its_version() {
        server.shop.has(anOrder().with("kettle", 2, "99.00").paid().build());

        Server.Reply reply = get(FIRST, LI);

        assertThat(reply.header("ETag")).isEqualTo("\"" + reply.at("/version") + "\"");
        assertThat(reply.at("/status")).isEqualTo("CONFIRMED");
        assertThat(reply.at("/paymentStatus")).isEqualTo("PAID");
        assertThat(reply.at("/total/amount")).isEqualTo("198.00");
        assertThat(reply.at("/lines/0/quantities/reserved")).isEqualTo("2");
        assertThat(reply.at("/placedAt")).isEqualTo("2026-11-03T09:00:00Z");
    }

    @Test
    void part_of_an_order_is_cancelled_and_the_repetition_answered_alike() {
        server.shop.has(anOrder().with("kettle", 2, "99.00").build());
        String body = "{\"lines\":[{\"line\":1,\"quantity\":1}],\"reason\":\"one is enough\"}";

        Server.Reply first = server.send("POST", FIRST + "/cancellation", LI, body, "Idempotency-Key", "c");
        Server.Reply second = server.send("POST", FIRST + "/cancellation", LI, body, "Idempotency-Key", "c");

        assertThat(first.status()).as(first.response().body()).isEqualTo(200);
        assertThat(first.at("/lines/0/quantities/cancelled")).isEqualTo("1");
        assertThat(first.at("/payable/amount")).isEqualTo("99.00");
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(server.shop.actors.get(0).reason()).isEqualTo("one is enough");
        assertThat(server.send("POST", FIRST + "/cancellation", LI, null, "Idempotency-Key", "c")
                        .code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_refusal_tells_its_reasons_and_is_not_remembered() {
        server.shop.has(anOrder().build());
        String receipt = FIRST + "/receipt";

        Server.Reply refused = server.send("POST", receipt, LI, null, "Idempotency-Key", "r");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("order-refused");
        assertThat(refused.at("/errors/0/code")).isEqualTo("wrong-status");

        server.shop.has(
                anOrder().paid().released().packed().handedOver().delivered().build());
        Server.Reply received = server.send("POST", receipt, LI, null, "Idempotency-Key", "r");
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.at("/status")).isEqualTo("COMPLETED");
        assertThat(received.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void a_decision_on_an_old_version_is_refused() {
        server.shop.has(anOrder().build());
        String path = FIRST + "/cancellation";

        assertThat(post(path, LI, "", "If-Match", "\"7\"").code()).isEqualTo("stale-version");
        assertThat(post(path, LI, "", "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(post(path, LI, "", "If-Match", "W/\"1\"").status()).isEqualTo(412);
        assertThat(post(path, LI, "", "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(post(path, LI, "", "If-Match", "*").status()).isEqualTo(409);
    }

    @Test
    void lists_come_in_pages_of_what_the_caller_may_see() {
        for (int i = 1; i <= 5; i++) {
            server.shop.has(anOrder().id(order(i)).build());
        }
        server.shop.has(anOrder().id(order(6)).by(new BuyerId("wang")).build());

        Server.Reply first = get("/orders?limit=3", LI);
        Server.Reply second = get("/orders?limit=3&after=" + first.at("/next"), LI);

        assertThat(first.at("/items/0/id")).isEqualTo(order(5).toString());
        assertThat(first.at("/next")).isEqualTo(order(3).toString());
        assertThat(second.at("/items/1/id")).isEqualTo(order(1).toString());
        assertThat(second.at("/next")).isEmpty();
        assertThat(get("/orders?limit=1", WANG).at("/items/0/id")).isEqualTo(order(6).toString());
        assertThat(get("/orders?phone=%2B8613800000000&buyer=wang", AGENT).at("/items/0/id"))
                .isEqualTo(order(6).toString());
        assertThat(get("/orders?status=CONFIRMED", OPERATOR).at("/items/0/id")).isEmpty();
        assertThat(get("/orders", POTTERY).at("/items/0/id")).isEmpty();
    }

    @Test
    void history_names_staff_to_staff_only() {
        String id = post(
                        "/purchases",
                        AGENT,
                        "{\"buyer\":\"li\","
                                + purchase(line("kettle", 1, "99.00")).substring(1))
                .at("/orders/0/id");

        assertThat(get("/orders/" + id + "/history", OPERATOR).at("/items/0/by/id"))
                .isEqualTo("agent-1");
        Server.Reply buyers = get("/orders/" + id + "/history", LI);
        assertThat(buyers.at("/items/0/type")).isEqualTo("PLACED");
        assertThat(buyers.at("/items/0/by/role")).isEqualTo("AGENT");
        assertThat(buyers.at("/items/0/by/id")).isEmpty();
        assertThat(get("/orders/" + id + "/history?after=1", LI).at("/items/0/type"))
                .isEmpty();
    }

    @Test
    @Timeout(30)
    void a_live_view_goes_on_where_it_left_off_and_tells_what_happens_next() throws IOException, InterruptedException {
        String id = post("/purchases", LI, purchase(line("kettle", 2, "99.00"))).at("/orders/0/id");
        post("/orders/" + id + "/cancellation", LI, "{\"lines\":[{\"line\":1,\"quantity\":1}]}");

        HttpRequest watch = HttpRequest.newBuilder(server.at("/orders/" + id + "/events"))
                .header("Authorization", "Test " + LI)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", "1")
                .build();
        HttpResponse<InputStream> stream = server.client().send(watch, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (InputStream in = stream.body()) {
            String seen = read(in, "\"LINES_CANCELLED\"");
            assertThat(seen).contains("id: 2").doesNotContain("PLACED");

            post("/orders/" + id + "/cancellation", LI, "");
            assertThat(read(in, "\"CANCELLED\"")).contains("event: CANCELLED");
        }
    }

    @Test
    void a_live_view_of_a_foreign_order_is_not_there() {
        server.shop.has(anOrder().build());

        Server.Reply reply = get(FIRST + "/events", WANG, "Accept", "text/event-stream");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("not-found");
    }

    private static String read(InputStream in, String until) throws IOException {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[8192];
        while (seen.indexOf(until) < 0) {
            int count = in.read(buffer);
            if (count < 0) {
                throw new AssertionError("the stream ended: " + seen);
            }
            seen.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return seen.toString();
    }
}
