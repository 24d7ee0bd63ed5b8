package io.ordercore.bootstrap.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ordercore.application.payment.PaymentCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Asks a service of the operator's: {@code POST {"purchase", "transaction", "operation", "amount", "currency"}}, answered {@code
 * 200 {"opinion": "go-ahead"}} or {@code "refused"}. Any other answer, and none within two seconds, is no opinion.
 */
final class HttpPaymentCheck implements PaymentCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient client;
    private final URI url;
    private final Duration patience;

    HttpPaymentCheck(URI url) {
        this(url, PATIENCE);
    }

    HttpPaymentCheck(URI url, Duration patience) {
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
        this.url = url;
        this.patience = patience;
    }

    @Override
    public Opinion ask(Operation operation) {
        try {
            HttpResponse<String> response = client.send(request(operation), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == OK ? opinion(response.body()) : Opinion.UNAVAILABLE;
        } catch (IOException e) {
            return Opinion.UNAVAILABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Opinion.UNAVAILABLE;
        }
    }

    private HttpRequest request(Operation operation) throws JsonProcessingException {
        String body = JSON.writeValueAsString(Map.of(
                "purchase", operation.purchase().toString(),
                "transaction", operation.id().toString(),
                "operation", operation.kind().name().toLowerCase(Locale.ROOT),
                "amount", operation.amount().getAmount().toPlainString(),
                "currency", operation.amount().getCurrencyUnit().getCode()));
        return HttpRequest.newBuilder(url)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Opinion opinion(String body) throws JsonProcessingException {
        return switch (JSON.readTree(body).path("opinion").asText()) {
            case "go-ahead" -> Opinion.GO_AHEAD;
            case "refused" -> Opinion.REFUSED;
            default -> Opinion.UNAVAILABLE;
        };
    }
}
