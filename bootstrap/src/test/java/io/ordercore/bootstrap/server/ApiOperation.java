package io.ordercore.bootstrap.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the running server, as its OpenAPI document describes it, and requests for it.
 *
 * @param query the names of its query parameters
 * @param body what it takes as JSON, null if it takes no JSON
 */
record ApiOperation(
        String method,
        String path,
        List<String> query,
        boolean takesBody,
        boolean isStream,
        @Nullable BodyAttacks body) {

    private static final String NOBODYS = "01990000-0000-7000-8000-00000000000a";

    /** All that are described. */
    static List<ApiOperation> of(RunningServer server) throws Exception {
        HttpResponse<String> answer =
                server.send(null, server.request("/openapi").header("Accept", "application/json"));
        JsonNode document = RunningServer.json(answer);
        List<ApiOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(described(document, method.getKey(), path.getKey(), method.getValue()));
            }
        }
        return operations;
    }

    private static ApiOperation described(JsonNode document, String method, String path, JsonNode description) {
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : description.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                query.add(parameter.path("name").asText());
            }
        }
        JsonNode answered = description.path("responses").path("200").path("content");
        JsonNode json = description.path("requestBody").path("content").path("application/json");
        return new ApiOperation(
                method.toUpperCase(Locale.ROOT),
                path,
                query,
                description.has("requestBody"),
                answered.has("text/event-stream"),
                json.isMissingNode() ? null : BodyAttacks.on(document, json));
    }

    boolean namesObject() {
        return path.contains("{");
    }

    /** What carriers and payment providers send carries a signature instead of a role. */
    boolean isSignedByItself() {
        return path.endsWith("/pushes") || path.startsWith("/payment-providers/");
    }

    /** Where every parameter of the path is this. */
    String at(String id) {
        return path.replaceAll("\\{[^}]+}", id);
    }

    /** Where each parameter of the path is the identifier of one of these, by the segment before it; a well-formed one if there is none. */
    String at(Map<String, String> ids) {
        String[] segments = path.split("/", -1);
        for (int i = 2; i < segments.length; i++) {
            if (segments[i].startsWith("{")) {
                segments[i] = ids.getOrDefault(segments[i - 1], i == 2 ? "x" : NOBODYS);
            }
        }
        return String.join("/", segments);
    }

    boolean namesTwoObjects() {
        return path.indexOf('{') != path.lastIndexOf('{');
    }

    HttpRequest.Builder request(RunningServer server, String target, String body) {
        return request(server, target, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(RunningServer server, String target, byte[] body) {
        HttpRequest.Builder request = server.request(target)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return method.equals("GET")
                ? request.GET()
                : request.method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** The head of a request, for a connection that may break the rules after it. */
    String head(RunningServer server, String person, String length) throws Exception {
        return method + " " + at("x") + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + server.token(person)
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n" + length
                + "\r\n\r\n";
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
