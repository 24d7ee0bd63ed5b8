package io.ordercore.bootstrap.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;

/** The live stream of one kettle's price, as a client of Server-Sent Events reads it. */
final class PriceStream {
    /** An event: its id, and the prices it tells in their order. */
    record Event(String id, List<String> prices) {}

    private PriceStream() {}

    /** The first event after one that was seen, from a connection of its own. */
    static Event after(RunningServer server, String lastSeen) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri("/offers/stream?sku=kettle-red-1l"))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + server.token("buyer-1"))
                .header("Last-Event-ID", lastSeen)
                .build();
        try (InputStream body = HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body();
                Scanner lines = new Scanner(body, StandardCharsets.UTF_8)) {
            String id = "";
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    JsonNode changes = RunningServer.JSON.readTree(line.substring(5));
                    return new Event(id, changes.findValuesAsText("amount"));
                }
            }
        }
        throw new AssertionError("the stream ended");
    }
}
