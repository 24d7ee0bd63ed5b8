package io.ordercore.adapters.catalog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ordercore.domain.catalog.PictureFacts;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpPictureProbeTest {
    private static final int LARGEST = 200_000;
    /** For those that answer: on a slow machine too. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, InetAddress[]> names = new HashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private HttpPictureProbe probe;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/picture", exchange -> answer(exchange, 200, "image/png", picture("png", 640, 480)));
        server.createContext(
                "/jpeg-called-png", exchange -> answer(exchange, 200, "image/png", picture("jpg", 640, 480)));
        server.createContext(
                "/page", exchange -> answer(exchange, 200, "image/png", "<html>no</html>".getBytes(US_ASCII)));
        server.createContext("/none", exchange -> answer(exchange, 404, "image/png", picture("png", 9, 9)));
        server.createContext("/huge", this::endless);
        server.createContext("/slow", this::slow);
        server.createContext("/chunked", exchange -> inPieces(exchange, picture("png", 640, 480)));
        server.createContext("/moved", exchange -> redirect(exchange, "/picture"));
        server.createContext("/round", exchange -> redirect(exchange, "/round"));
        server.createContext(
                "/inwards", exchange -> redirect(exchange, "http://127.0.0.1:" + (port() ^ 1) + "/picture"));
        server.createContext("/metadata", exchange -> redirect(exchange, "http://169.254.169.254/latest/meta-data/"));
        server.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        server.start();
        names.put("pictures.example", new InetAddress[] {InetAddress.getLoopbackAddress()});
        probe = waiting(PATIENCE);
    }

    private HttpPictureProbe waiting(Duration forOne) {
        InetSocketAddress own = server.getAddress();
        PictureFetch.Gate gate = place -> own.equals(place) || PictureFetch.Gate.PUBLIC.lets(place);
        return new HttpPictureProbe(new PictureFetch(this::resolve, gate, LARGEST), forOne, PATIENCE);
    }

    @AfterEach
    void stop() {
        over.countDown();
        probe.close();
        server.stop(0);
    }

    @Test
    void a_picture_is_measured_by_its_bytes_whatever_its_server_says() {
        PictureFacts png = probe.look(at("/picture")).orElseThrow();
        assertThat(png.type()).isEqualTo("image/png");
        assertThat(png.width()).isEqualTo(640);
        assertThat(png.height()).isEqualTo(480);
        assertThat(png.bytes()).isEqualTo(picture("png", 640, 480).length);

        PictureFacts jpeg = probe.look(at("/jpeg-called-png")).orElseThrow();
        assertThat(jpeg.type()).isEqualTo("image/jpeg");
        assertThat(jpeg.sha256()).isNotEqualTo(png.sha256());
        assertThat(jpeg.distanceTo(png)).isLessThanOrEqualTo(3);
        assertThat(probe.look(at("/chunked"))).contains(png);
        assertThat(probe.look(at("/moved"))).contains(png);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page", "/none", "/huge", "/round", "/inwards", "/metadata", "/file", "/nothing"})
    void what_is_no_picture_or_leads_inwards_is_not_seen(String path) {
        assertThat(probe.look(at(path))).isEmpty();
    }

    @Test
    void a_name_that_leads_inwards_is_never_connected_to() throws UnknownHostException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        names.put("inside.example", new InetAddress[] {InetAddress.getByName("10.1.2.3")});
        names.put("mixed.example", new InetAddress[] {InetAddress.getByName("192.168.0.9"), loopback});
        assertThat(probe.look("http://inside.example/picture")).isEmpty();
        assertThat(probe.look("http://mixed.example:" + port() + "/picture")).isEmpty();
        assertThat(probe.look("http://nowhere.example/picture")).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_name_is_looked_up_once_and_that_address_is_connected_to() throws UnknownHostException {
        AtomicInteger lookUps = new AtomicInteger();
        PictureFetch.Resolver rebinding = host -> {
            byte[] address = lookUps.incrementAndGet() == 1 ? new byte[] {127, 0, 0, 1} : new byte[] {10, 0, 0, 1};
            return new InetAddress[] {InetAddress.getByAddress(host, address)};
        };
        InetSocketAddress own = server.getAddress();
        try (HttpPictureProbe once = new HttpPictureProbe(
                new PictureFetch(rebinding, place -> own.getPort() == place.getPort(), LARGEST), PATIENCE, PATIENCE)) {
            assertThat(once.look(at("/picture"))).isPresent();
            assertThat(lookUps).hasValue(1);
        }
    }

    @Test
    void several_are_looked_at_together_and_a_slow_one_costs_only_itself() {
        Map<String, PictureFacts> seen = Map.of();
        // The time for one is a slow machine's for the others too.
        for (int seconds = 1; seconds < 60 && seen.size() < 2; seconds *= 4) {
            try (HttpPictureProbe hasty = waiting(Duration.ofSeconds(seconds))) {
                seen = hasty.look(List.of(at("/picture"), at("/slow"), at("/moved"), at("/picture")));
            }
        }
        assertThat(seen).containsOnlyKeys(at("/picture"), at("/moved"));
    }

    @Test
    void whoever_drags_a_handshake_out_keeps_no_thread() throws IOException {
        try (ServerSocket dragging = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                HttpPictureProbe some = new HttpPictureProbe(
                        new PictureFetch(
                                this::resolve, place -> place.getAddress().isLoopbackAddress(), LARGEST),
                        Duration.ofMillis(300),
                        PATIENCE)) {
            Thread drags = new Thread(() -> drag(dragging));
            drags.setDaemon(true);
            drags.start();
            String there = "https://pictures.example:" + dragging.getLocalPort() + "/";
            assertThat(some.look(List.of(there + 1, there + 2, there + 3, there + 4, there + 5)))
                    .isEmpty();
            Optional<PictureFacts> seen = Optional.empty();
            for (int tries = 0; tries < 100 && seen.isEmpty(); tries++) {
                seen = some.look(at("/picture"));
            }
            assertThat(seen).isPresent();
        }
    }

    /** Begins a long record and sends a byte of it now and then. */
    private void drag(ServerSocket server) {
        List<Socket> callers = new ArrayList<>();
        try {
            server.setSoTimeout(50);
            while (!over.await(1, TimeUnit.MILLISECONDS)) {
                try {
                    Socket caller = server.accept();
                    caller.getOutputStream().write(new byte[] {0x16, 3, 3, 0x3F, (byte) 0xFF});
                    callers.add(caller);
                } catch (SocketTimeoutException nobody) {
                    for (Socket caller : List.copyOf(callers)) {
                        try {
                            caller.getOutputStream().write(2);
                        } catch (IOException gone) {
                            callers.remove(caller);
                        }
                    }
                }
            }
        } catch (IOException | InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "168.63.129.16",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "::127.0.0.1"
            })
    void addresses_that_are_not_public(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "192.167.1.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void addresses_that_are_public(String address) throws UnknownHostException {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://8.8.8.8:22/", "ftp://8.8.8.8/a", "http://a:b@8.8.8.8/", "http:///a", "http://[", "x"})
    void other_ports_and_schemes_are_not_asked(String url) {
        assertThat(new HttpPictureProbe().look(url)).isEmpty();
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] known = names.get(host);
        if (known != null) {
            return known;
        }
        if (host.matches("[0-9.]+")) {
            return InetAddress.getAllByName(host);
        }
        throw new UnknownHostException(host);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private String at(String path) {
        return "http://pictures.example:" + port() + path;
    }

    private void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        asked.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void inPieces(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int from = 0; from < body.length; from += 100) {
                out.write(Arrays.copyOfRange(body, from, Math.min(body.length, from + 100)));
                out.flush();
            }
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] some = picture("png", 640, 480);
        for (int sent = 0; sent <= 2 * LARGEST; sent += some.length) {
            exchange.getResponseBody().write(some);
        }
        exchange.close();
    }

    /** A byte now and then: never silent, never done. */
    private void slow(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 100_000);
        try {
            while (!over.await(50, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(0x89);
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    /** Dark in the middle, brighter to both sides. */
    private static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = Math.abs(255 - 510 * x / width);
                image.setRGB(x, y, new Color(grey, grey, grey).getRGB());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
