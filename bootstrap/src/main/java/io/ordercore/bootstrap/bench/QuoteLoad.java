package io.ordercore.bootstrap.bench;

import io.ordercore.bootstrap.identity.DevIdentities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A server with one large order, and callers who ask for quotes of changes to it. Nothing is changed: they are dry runs. */
final class QuoteLoad implements AutoCloseable {
    private static final String LINE =
            "{\"sku\":\"cup-blue-150ml\",\"quantity\":1,\"unitPrice\":{\"amount\":\"39.50\",\"currency\":\"CNY\"}}";
    private static final String TO = "{\"name\":\"Lin Xia\",\"phone\":\"+8613800000000\",\"country\":\"CN\","
            + "\"region\":\"Zhejiang\",\"city\":\"Hangzhou\",\"street\":\"1 Lakeside Road\",\"postalCode\":\"310000\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServerProcess server;
    private final String token;
    private final URI modifications;

    private QuoteLoad(ServerProcess server, String token, int lines) {
        this.server = server;
        this.token = token;
        String wanted = IntStream.range(0, lines).mapToObj(line -> LINE).collect(Collectors.joining(","));
        String url = "http://127.0.0.1:" + server.port();
        HttpResponse<String> placed =
                send(URI.create(url + "/purchases"), "{\"lines\":[" + wanted + "],\"deliverTo\":" + TO + "}");
        String purchase = placed.headers()
                .firstValue("Location")
                .orElseThrow(() -> new BenchException("not placed: " + placed.body()));
        this.modifications = URI.create(
                url + "/orders/" + purchase.substring(purchase.lastIndexOf('/') + 1) + "-1/modifications?dryRun=true");
    }

    /** Starts a server on a new data directory and places the order. */
    static QuoteLoad on(Path data, int lines) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant now = Instant.now();
        String token = DevIdentities.in(data, now).tokenOf("buyer-1", now);
        ServerProcess server = ServerProcess.embedded(data, ServerProcess.freePort());
        server.awaitReady();
        return new QuoteLoad(server, token, lines);
    }

    /** Asks for quotes of one unit more of each of so many lines. */
    Result run(int changes, int callers, int seconds) {
        String body = IntStream.rangeClosed(1, changes)
                .mapToObj(line -> "{\"kind\":\"QUANTITY_UP\",\"line\":" + line + ",\"quantity\":1}")
                .collect(Collectors.joining(",", "{\"changes\":[", "]}"));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> ask(body, end)));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> one : running) {
                all.addAll(one.get());
            }
            return Result.of(all.stream().mapToLong(Long::longValue), seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        } catch (ExecutionException e) {
            throw new BenchException("a caller gave up: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> ask(String body, long end) {
        List<Long> nanos = new ArrayList<>();
        while (System.nanoTime() < end) {
            long before = System.nanoTime();
            HttpResponse<String> answer = send(modifications, body);
            nanos.add(System.nanoTime() - before);
            if (answer.statusCode() != 200 || !answer.body().startsWith("{\"feasible\":true")) {
                throw new BenchException("no quote: " + answer.statusCode() + " " + answer.body());
            }
        }
        return nanos;
    }

    private HttpResponse<String> send(URI to, String body) {
        HttpRequest request = HttpRequest.newBuilder(to)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new BenchException("the server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** Milliseconds within which half, and 99 of 100, were answered. */
    record Result(long rate, double p50, double p99) {
        static Result of(LongStream nanos, int seconds) {
            long[] sorted = nanos.sorted().toArray();
            return new Result(
                    sorted.length / seconds, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
        }
    }
}
