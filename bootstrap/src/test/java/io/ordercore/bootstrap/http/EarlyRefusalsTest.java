package io.ordercore.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.ordercore.application.order.WatchIntake;
import io.ordercore.domain.catalog.Sku;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class EarlyRefusalsTest {
    private static final int SECONDS = 20;
    private static final String KETTLE = "{\"lines\":[{\"sku\":\"kettle\"}]}";
    private static final String BOWL = "{\"lines\":[{\"sku\":\"bowl\"}]}";

    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        new EarlyRefusals(new FullOfKettles()).register(router);
        router.route()
                .handler(exchange -> vertx.setTimer(
                        50, later -> exchange.response().end(exchange.body().buffer())));
        server = vertx.createHttpServer()
                // As Quarkus does, so that nothing is read before somebody wants it.
                .requestHandler(request -> router.handle(request.pause()))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(SECONDS, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void a_full_intake_turns_away_whose_turn_it_is_not_and_hands_on_the_others_with_their_bodies() throws Exception {
        List<String> answers = answers(purchase(KETTLE, "Connection: close"));
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0)).startsWith("503").contains("Retry-After: 1", "overloaded");

        assertThat(answers(purchase(BOWL, "Connection: close")))
                .singleElement()
                .asString()
                .startsWith("200")
                .endsWith(BOWL);
    }

    @Test
    void on_a_kept_connection_the_refusals_are_the_same_and_no_answer_overtakes_another() throws Exception {
        List<String> answers = answers(purchase(KETTLE)
                + purchase(KETTLE)
                + purchase(BOWL)
                + purchase(KETTLE)
                + purchase(KETTLE, "Connection: close"));

        assertThat(answers)
                .extracting(answer -> answer.substring(0, 3))
                .containsExactly("503", "503", "200", "503", "503");
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(3)).isEqualTo(answers.get(0));
    }

    @Test
    void who_asks_for_another_language_is_refused_in_it() throws Exception {
        List<String> answers = answers(purchase(KETTLE)
                + purchase(KETTLE, "Accept-Language: zh")
                + purchase(KETTLE, "Accept-Language: zh")
                + purchase(KETTLE, "Connection: close"));

        assertThat(answers.get(1)).contains("Content-Language: zh").isEqualTo(answers.get(2));
        assertThat(answers.get(3)).contains("Content-Language: en");
    }

    private static String purchase(String body, String... headers) {
        return "POST /purchases HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n"
                + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining())
                + "\r\n" + body;
    }

    /** Sends all at once, and reads until the server ends the connection: each answer from its status on. */
    private List<String> answers(String requests) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS));
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.UTF_8));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("HTTP/1.1 ", -1)).skip(1).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lines\":[{\"sku\":\"kettle-red\",\"quantity\":1},{\"sku\":\"bowl\",\"quantity\":1}]}",
                "{ \"lines\" : [ { \"quantity\": 1,\n \"sku\" :\t\"kettle-red\" } ] }",
                "\"\"sku\":\"kettle-red\""
            })
    void a_glance_finds_the_first_sku(String body) {
        assertThat(EarlyRefusals.firstSku(Unpooled.copiedBuffer(body, StandardCharsets.UTF_8)))
                .isEqualTo(new Sku("kettle-red"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "\"sku\"", "\"sku\":", "\"sku\":1}", "\"sku\":\"kett", "\"sku\":\"ket tle\"}"})
    void what_is_not_understood_at_a_glance_is_left_to_be_judged_later(String body) {
        assertThat(EarlyRefusals.firstSku(Unpooled.copiedBuffer(body, StandardCharsets.UTF_8)))
                .isNull();
    }

    @Test
    void a_glance_is_short() {
        String body = "{\"note\":\"" + "x".repeat(2_000) + "\",\"lines\":[{\"sku\":\"kettle-red\"}]}";

        assertThat(EarlyRefusals.firstSku(Unpooled.copiedBuffer(body, StandardCharsets.UTF_8)))
                .isNull();
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
