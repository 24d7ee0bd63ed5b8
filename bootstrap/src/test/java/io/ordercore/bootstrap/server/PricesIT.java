package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Prices and stock over HTTP: one at a time, ten thousand at once, and those that jump. */
class PricesIT {
    private static final String PRICE = "{\"amount\":\"%s\",\"currency\":\"CNY\"}";

    @Test
    void a_price_that_jumps_waits_for_a_reviewer_while_buyers_pay_the_old_one() throws Exception {
        adopt(List.of("jump"));
        HttpResponse<String> put = put("merchant-1", "/offers/jump", offer("99.00"));
        assertThat(put.statusCode()).as(put.body()).isEqualTo(202);
        assertThat(RunningServer.json(put).at("/price/amount").asText()).isEqualTo("12.50");
        assertThat(RunningServer.json(put).at("/priceReview/status").asText()).isEqualTo("WAITING");
        assertThat(RunningServer.json(put).at("/priceReview/reason/text").asText())
                .contains("x7.92");

        assertThat(read("merchant-1", "/price-reviews").findValuesAsText("sku")).contains("jump");
        assertThat(read("merchant-2", "/price-reviews").findValuesAsText("sku")).doesNotContain("jump");
        assertThat(server().get("merchant-2", "/price-reviews/jump").statusCode())
                .isEqualTo(404);
        assertThat(server().get("buyer-1", "/price-reviews/jump").statusCode()).isEqualTo(403);
        assertThat(preview("12.50").at("/total/amount").asText()).isEqualTo("12.50");

        assertThat(decide("merchant-1", "approval", "").statusCode()).isEqualTo(403);
        HttpResponse<String> approved = decide("reviewer-1", "approval", "");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(read("buyer-1", "/offers/jump").at("/price/amount").asText()).isEqualTo("99.00");
        assertThat(preview("12.50").toString()).contains("99.00");

        put("merchant-1", "/offers/jump", offer("9.00"));
        HttpResponse<String> rejected =
                decide("reviewer-1", "rejection", "{\"reasons\":[\"DOUBTFUL_PRICE\"],\"note\":\"really?\"}");
        assertThat(RunningServer.json(rejected).at("/status").asText()).isEqualTo("REJECTED");
        assertThat(read("merchant-1", "/price-reviews/jump").at("/note").asText())
                .isEqualTo("really?");
        assertThat(read("buyer-1", "/offers/jump").at("/price/amount").asText()).isEqualTo("99.00");
        assertThat(decide("reviewer-1", "approval", "").statusCode()).isEqualTo(409);
    }

    @Test
    void ten_thousand_prices_and_counts_fit_one_call_and_every_line_is_answered() throws Exception {
        List<String> skus = IntStream.range(0, 200).mapToObj(i -> "bulk-" + i).toList();
        adopt(skus);
        String prices = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"sku\":\"bulk-" + i + "\",\"price\":" + PRICE.formatted("13.0" + i % 10) + "}")
                .collect(Collectors.joining(",", "{\"prices\":[", "]}"));
        JsonNode answer = RunningServer.json(put("merchant-1", "/offers", prices));
        assertThat(answer.path("accepted").asInt()).isEqualTo(200);
        assertThat(answer.path("refused").asInt()).isEqualTo(9_800);
        assertThat(answer.at("/items/9999/errors/0/pointer").asText()).isEqualTo("/prices/9999");
        assertThat(read("buyer-1", "/offers/bulk-7").at("/price/amount").asText())
                .isEqualTo("13.07");

        String counts = skus.stream()
                .map(sku -> "{\"sku\":\"" + sku + "\",\"onHand\":5}")
                .collect(Collectors.joining(",", "{\"counts\":[", "]}"));
        assertThat(RunningServer.json(put("merchant-1", "/stock", counts))
                        .path("accepted")
                        .asInt())
                .isEqualTo(200);
        assertThat(read("buyer-1", "/offers/bulk-7").path("available").asInt()).isEqualTo(5);
        assertThat(RunningServer.json(put("merchant-2", "/stock", counts))
                        .path("refused")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void only_lists_may_be_long() throws Exception {
        byte[] blanks = " ".repeat(1_100_000).getBytes(StandardCharsets.UTF_8);
        byte[] more = " ".repeat(2_200_000).getBytes(StandardCharsets.UTF_8);
        assertThat(alone("/offers/x", HttpRequest.BodyPublishers.ofByteArray(blanks)))
                .isEqualTo(413);
        assertThat(alone("/offers", HttpRequest.BodyPublishers.ofByteArray(blanks)))
                .isEqualTo(400);
        assertThat(alone("/offers", HttpRequest.BodyPublishers.ofByteArray(more)))
                .isEqualTo(413);
        assertThat(alone("/offers/x", inPieces(blanks))).isEqualTo(413);
        assertThat(alone("/stock", inPieces(blanks))).isEqualTo(400);
    }

    private static HttpRequest.BodyPublisher inPieces(byte[] body) {
        return HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** On a connection of its own: a body that is too large ends it, with whatever else is under way on it. */
    private static int alone(String path, HttpRequest.BodyPublisher body) throws Exception {
        HttpRequest request = server().request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + server().token("merchant-1"))
                .PUT(body)
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static RunningServer server() throws Exception {
        return RunningServer.shared();
    }

    private static String offer(String price) {
        return "{\"title\":\"A jump\",\"attributes\":{},\"price\":" + PRICE.formatted(price) + "}";
    }

    private static void adopt(List<String> skus) throws Exception {
        String goods = skus.stream()
                .map(sku -> "{\"sku\":\"" + sku + "\",\"merchant\":\"merchant-1\",\"title\":\"A " + sku
                        + "\",\"price\":" + PRICE.formatted("12.50") + "}")
                .collect(Collectors.joining(",", "{\"goods\":[", "]}"));
        HttpResponse<String> adopted = server().post("operator-1", "/adopted-goods", goods);
        assertThat(adopted.statusCode()).as(adopted.body()).isEqualTo(201);
        assertThat(put("merchant-1", "/stock/" + skus.get(0), "{\"onHand\":9}").statusCode())
                .isEqualTo(201);
    }

    private static JsonNode preview(String seen) throws Exception {
        return RunningServer.json(
                server().post(
                                "buyer-1",
                                "/purchases/preview",
                                "{\"lines\":[{\"sku\":\"jump\",\"quantity\":1,\"unitPrice\":" + PRICE.formatted(seen)
                                        + "}],\"deliverTo\":{\"name\":\"Lin Xia\",\"phone\":\"+8613800000000\",\"country\":\"CN\",\"region\":\"Zhejiang\",\"city\":\"Hangzhou\",\"district\":\"Xihu\",\"street\":\"1 Lakeside Road\",\"postalCode\":\"310000\"}}"));
    }

    private static JsonNode read(String who, String path) throws Exception {
        HttpResponse<String> response = server().get(who, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningServer.json(response);
    }

    private static HttpResponse<String> decide(String who, String decision, String body) throws Exception {
        return server().post(who, "/price-reviews/jump/" + decision, body);
    }

    private static HttpResponse<String> put(String who, String path, String body) throws Exception {
        return server().send(
                        who,
                        server().request(path)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }
}
