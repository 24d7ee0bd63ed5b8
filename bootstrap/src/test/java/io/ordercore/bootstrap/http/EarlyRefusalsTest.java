package io.ordercore.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.order.WatchIntake;
import io.ordercore.domain.catalog.Sku;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EarlyRefusalsTest {
    @Test
    void a_full_intake_turns_away_whose_turn_it_is_not_and_hands_on_the_others_with_their_bodies() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            new EarlyRefusals(new FullOfKettles()).register(router);
            router.route()
                    .handler(exchange -> exchange.response().end(exchange.body().buffer()));
            HttpServer server = vertx.createHttpServer()
                    // As Quarkus does, so that nothing is read before somebody wants it.
                    .requestHandler(request -> router.handle(request.pause()))
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);

            HttpResponse<String> refused = post(server, "{\"lines\":[{\"sku\":\"kettle\"}]}");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.body()).contains("overloaded");
            assertThat(post(server, "{\"lines\":[{\"sku\":\"bowl\"}]}").body())
                    .isEqualTo("{\"lines\":[{\"sku\":\"bowl\"}]}");
        } finally {
            vertx.close();
        }
    }

    private static HttpResponse<String> post(HttpServer server, String body) throws Exception {
        URI purchases = URI.create("http://127.0.0.1:" + server.actualPort() + "/purchases");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(purchases)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .version(HttpClient.Version.HTTP_1_1)
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lines\":[{\"sku\":\"kettle-red\",\"quantity\":1},{\"sku\":\"bowl\",\"quantity\":1}]}",
                "{ \"lines\" : [ { \"quantity\": 1,\n \"sku\" :\t\"kettle-red\" } ] }",
                "\"\"sku\":\"kettle-red\""
            })
    void a_glance_finds_the_first_sku(String body) {
        assertThat(EarlyRefusals.firstSku(Buffer.buffer(body))).isEqualTo(new Sku("kettle-red"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "\"sku\"", "\"sku\":", "\"sku\":1}", "\"sku\":\"kett", "\"sku\":\"ket tle\"}"})
    void what_is_not_understood_at_a_glance_is_left_to_be_judged_later(String body) {
        assertThat(EarlyRefusals.firstSku(Buffer.buffer(body))).isNull();
    }

    @Test
    void a_glance_is_short() {
        String body = "{\"note\":\"" + "x".repeat(2_000) + "\",\"lines\":[{\"sku\":\"kettle-red\"}]}";

        assertThat(EarlyRefusals.firstSku(Buffer.buffer(body))).isNull();
    }

    /** Full, with a crowd at the kettles. */
    private static final class FullOfKettles implements WatchIntake {
        @Override
        public int waiting() {
            return 100;
        }

        @Override
        public int together() {
            return 10;
        }

        @Override
        public boolean isFull() {
            return true;
        }

        @Override
        public boolean turnsAway(Sku first) {
            return first.value().equals("kettle");
        }
    }
}
