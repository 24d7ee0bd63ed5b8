package io.ordercore.bootstrap.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packaged server as a process of its own on a free port, and a client for it. Starting one takes seconds, so tests share
 * {@link #shared()} unless they need its files, its settings or its end for themselves.
 */
final class RunningServer implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final Duration NO_HANG = Duration.ofSeconds(60);
    private static final long START_SECONDS = 120;
    private static final int MOST_ATTEMPTS = 3;
    private static @Nullable RunningServer shared;

    private final Process process;
    private final Path data;
    private final URI url;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private RunningServer(Process process, Path data, URI url) {
        this.process = process;
        this.data = data;
        this.url = url;
    }

    /**
     * The one server of all tests that leave the sample goods and each other's orders alone: started by the first to ask, stopped
     * with this JVM. Its inspection agency is {@link InspectionAgency#ONE}.
     */
    static synchronized RunningServer shared() throws Exception {
        if (shared == null) {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "shared-server")), "data-")
                    .toAbsolutePath();
            RunningServer started = on(data);
            InspectionAgency.ONE.registerAt(started);
            Runtime.getRuntime().addShutdownHook(new Thread(started::discard, "stop-shared-server"));
            shared = started;
        }
        return shared;
    }

    /** Starts the server on a data directory and waits until it is ready. */
    static RunningServer on(Path data) throws Exception {
        return on(data, Map.of());
    }

    /** {@link #on(Path)} with further settings. */
    static RunningServer on(Path data, Map<String, String> settings) throws Exception {
        PreparedBinaries.linkInto(data.resolve("postgres").resolve("binaries"));
        for (int attempt = 1; ; attempt++) {
            RunningServer server = started(data, settings);
            if (server.becomesReady()) {
                return server;
            }
            server.process.destroyForcibly();
            // A free port may be somebody else's a second later.
            if (attempt == MOST_ATTEMPTS || !server.output().contains("in use")) {
                throw new IllegalStateException("the server did not start: " + server.output());
            }
        }
    }

    private static RunningServer started(Path data, Map<String, String> settings) throws IOException {
        int port = freePort();
        Map<String, String> all = new HashMap<>(settings);
        all.put("ORDERCORE_PORT", Integer.toString(port));
        all.put("ORDERCORE_DATA_DIR", data.toString());
        all.put("ORDERCORE_TIMER_MILLIS", "300");
        Process process = launch(all)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
                .start();
        return new RunningServer(process, data, URI.create("http://127.0.0.1:" + port));
    }

    private boolean becomesReady() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (isReady()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    /** The program with nothing of our own environment that could be a setting. */
    static ProcessBuilder launch(Map<String, String> settings, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("ORDERCORE_"));
        builder.environment().putAll(settings);
        return builder;
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get(null, "/health/ready").statusCode() == 200 && output().contains("Ordercore takes orders at");
        } catch (IOException notYet) {
            return false;
        }
    }

    String output() throws IOException {
        return Files.readString(log(data));
    }

    Path data() {
        return data;
    }

    String token(String name) throws IOException {
        String known = tokens.get(name);
        if (known == null) {
            known = JSON.readTree(data.resolve("dev-tokens.json").toFile())
                    .get(name)
                    .asText();
            tokens.put(name, known);
        }
        return known;
    }

    HttpResponse<String> get(@Nullable String as, String path) throws IOException, InterruptedException {
        return send(as, request(path).GET());
    }

    HttpResponse<String> post(@Nullable String as, String path, String body) throws IOException, InterruptedException {
        return send(
                as,
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(NO_HANG);
    }

    URI uri(String path) {
        return url.resolve(path);
    }

    /** Sends as one of the dev profile's people, or as nobody for null; of a stream of events only the head is waited for. */
    HttpResponse<String> send(@Nullable String as, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        if (as != null) {
            request.header("Authorization", "Bearer " + token(as));
        }
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request.build(), HeadOfStream::orWholeBody);
        try {
            return answer.get(NO_HANG.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException hangs) {
            answer.cancel(true);
            throw new IOException("no whole answer within " + NO_HANG, hangs);
        }
    }

    /** {@link #send} without waiting for the answer. */
    CompletableFuture<HttpResponse<String>> sendSoon(String as, HttpRequest.Builder request) throws IOException {
        request.header("Authorization", "Bearer " + token(as));
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    /** Ends the process without a word, as a crash does. */
    void crash() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void discard() {
        close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not stop within 60 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server stops", e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
