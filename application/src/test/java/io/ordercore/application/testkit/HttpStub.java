package io.ordercore.application.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A carrier's server that says what it is told to say. Routes (a token, for example) answer always; everything else
 * gets the queued answers in turn, the last one for ever.
 */
public final class HttpStub implements AutoCloseable {
    /** An answer; {@code silent} ones never come. */
    public record Answer(int status, Map<String, String> headers, String body, boolean silent) {
        public static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body, false);
        }

        public static Answer never() {
            return new Answer(0, Map.of(), "", true);
        }
    }

    /** What was asked. */
    public record Request(String method, String path, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> routes = new LinkedHashMap<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private Answer last = Answer.of(404, "");

    static {
        // Without it every small answer waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public HttpStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Where the carrier seems to be, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Requests whose path starts with {@code path} are always answered so. */
    public synchronized void route(String path, Answer answer) {
        routes.put(path, answer);
    }

    /** Forgets earlier answers and requests, then answers these in turn; the last one again and again. */
    public synchronized void answers(Answer first, Answer... more) {
        answers.clear();
        requests.clear();
        answers.add(first);
        answers.addAll(List.of(more));
    }

    /** What was asked since the last {@link #answers}, without what routes answered. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        Answer answer = next(new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        if (answer.silent()) {
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private synchronized Answer next(Request request) {
        for (Map.Entry<String, Answer> route : routes.entrySet()) {
            if (request.path().startsWith(route.getKey())) {
                return route.getValue();
            }
        }
        requests.add(request);
        Answer queued = answers.poll();
        if (queued != null) {
            last = queued;
        }
        return last;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
