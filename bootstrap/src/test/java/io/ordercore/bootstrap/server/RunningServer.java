package io.ordercore.bootstrap.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged server as a process of its own on a free port, and a client for it. */
final class RunningServer implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final long START_SECONDS = 120;

    private final Process process;
    private final Path data;
    private final URI url;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(Process process, Path data, URI url) {
        this.process = process;
        this.data = data;
        this.url = url;
    }

    /** Starts the server on a data directory and waits until it is ready. */
    static RunningServer on(Path data) throws Exception {
        int port = freePort();
        Process process = launch(
                        Map.of("ORDERCORE_PORT", Integer.toString(port), "ORDERCORE_DATA_DIR", data.toString()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
                .start();
        RunningServer server = new RunningServer(process, data, URI.create("http://127.0.0.1:" + port));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!server.isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not start: " + server.output());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return server;
    }

    /** The program with nothing of our own environment that could be a setting. */
    static ProcessBuilder launch(Map<String, String> settings, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
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

    Process process() {
        return process;
    }

    String token(String name) throws IOException {
        return JSON.readTree(data.resolve("dev-tokens.json").toFile()).get(name).asText();
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
        return HttpRequest.newBuilder(uri(path));
    }

    URI uri(String path) {
        return url.resolve(path);
    }

    /** Sends as one of the dev profile's people, or as nobody for null. */
    HttpResponse<String> send(@Nullable String as, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        if (as != null) {
            request.header("Authorization", "Bearer " + token(as));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    /** Ends the process without a word, as a crash does. */
    void crash() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not stop within 30 s");
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
