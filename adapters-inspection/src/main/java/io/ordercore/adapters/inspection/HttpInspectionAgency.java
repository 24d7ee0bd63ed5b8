package io.ordercore.adapters.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ordercore.application.inspection.InspectionAgency;
import io.ordercore.application.notice.webhook.WebhookSignature;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.Inspection;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Orders inspections by a {@code POST} to the agency's own URL, signed by <a href="https://www.standardwebhooks.com">Standard
 * Webhooks</a> (symmetric, {@code v1}). Its {@code webhook-id} is the inspection's id and stays the same however often it is sent,
 * so that an agency takes it once.
 *
 * <p>2xx is taken, with the agency's own {@code reference} if its JSON has one. 4xx is refused, but for those that speak of the
 * moment or of our credentials (401, 403, 404, 408, 425, 429); these, 3xx, 5xx and silence say nothing. {@code Retry-After} in
 * seconds is heeded.
 */
public final class HttpInspectionAgency implements InspectionAgency {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public HttpInspectionAgency(Clock clock) {
        this(clock, PATIENCE);
    }

    HttpInspectionAgency(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public boolean reaches(Agency agency) {
        return agency.endpoint() != null;
    }

    @Override
    public Answer order(Agency agency, Inspection inspection) {
        Agency.Endpoint endpoint = agency.endpoint();
        if (endpoint == null) {
            throw new IllegalArgumentException("not reached: " + agency.name());
        }
        String id = inspection.id().toString();
        byte[] body = OrderDocument.of(inspection);
        long seconds = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(endpoint.url())
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", WebhookSignature.of(endpoint.secret(), id, seconds, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return read(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Unknown("no answer: " + e.getClass().getSimpleName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown("interrupted", null);
        }
    }

    private static Answer read(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Taken(reference(response.body()));
        }
        boolean final4xx = switch (status) {
            case 401, 403, 404, 408, 425, 429 -> false;
            default -> status / 100 == 4;
        };
        return final4xx ? new Refused("status " + status) : new Unknown("status " + status, retryAfter(response));
    }

    private static @Nullable String reference(String body) {
        try {
            JsonNode reference = JSON.readTree(body).get("reference");
            return reference == null || !reference.isTextual() ? null : reference.asText();
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(told -> told.matches("[0-9]{1,5}"))
                .map(told -> Duration.ofSeconds(Long.parseLong(told)))
                .orElse(null);
    }
}
