package io.ordercore.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WholeBodiesTest {
    private static final int LARGEST = 100;
    private static final int SECONDS = 20;

    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.route().handler(new WholeBodies(Duration.ofMillis(300), exchange -> LARGEST, exchange -> false));
        router.route().handler(exchange -> exchange.end("got " + exchange.body().length()));
        server = vertx.createHttpServer()
                .requestHandler(router)
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
    void a_body_that_comes_is_passed_on_whole() throws Exception {
        assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello"))
                .contains("200 OK")
                .endsWith("got 5");
    }

    @Test
    void a_request_without_a_body_is_answered() throws Exception {
        assertThat(exchange("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains("got");
    }

    @Test
    void a_body_that_does_not_come_in_time_ends_the_connection() throws Exception {
        assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nhello"))
                .startsWith("HTTP/1.1 408")
                .doesNotContain("got");
    }

    @Test
    void a_body_larger_than_said_is_refused() throws Exception {
        String chunk = "40\r\n" + "x".repeat(64) + "\r\n";
        String head = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(exchange(head + chunk + chunk + "0\r\n\r\n")).startsWith("HTTP/1.1 413");
    }

    /** Sends, and reads until the server ends the connection. */
    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS));
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
