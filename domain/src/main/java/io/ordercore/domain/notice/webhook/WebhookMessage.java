package io.ordercore.domain.notice.webhook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something other systems are told. The body is an object with {@code type}, {@code timestamp} and {@code data}.
 *
 * @param id time-ordered; the {@code webhook-id}, the same at every try, by which receivers know what they have seen
 * @param key what it is about, in the teller's words; the same key is told once
 * @param merchant whose endpoints are told besides the platform's; null for none
 * @param type for example {@code order.confirmed}, {@code notice.parcel-lost}
 * @param data never personal data
 */
public record WebhookMessage(
        UUID id, String key, @Nullable String merchant, String type, Map<String, String> data, Instant at) {
    public WebhookMessage {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
