package io.ordercore.domain.notice.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants to be told. Immutable.
 *
 * @param merchant whose: told of the merchant's own orders and notices; null for the platform's, which is told everything
 * @param types what it wants to hear: types, or beginnings of them that end with a dot; empty for all
 * @param secrets the one in use first, then one that ends
 * @param enabled false if its owner, or its answers, said so; what happens meanwhile is kept for it
 * @param reason why it is not enabled; empty if it is
 * @param failures how often in a row it did not answer well
 * @param failingSince when that began; null while all is well
 * @param heldUntil until when it is left alone after failures; null for not
 * @param version rises by one with every change; 1 when registered
 */
public record WebhookEndpoint(
        UUID id,
        @Nullable String merchant,
        URI url,
        Set<String> types,
        List<WebhookSecret> secrets,
        boolean enabled,
        String reason,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant heldUntil,
        Instant createdAt,
        long version) {
    /** How long an endpoint may fail before it is not tried any more. */
    public static final Duration PATIENCE = Duration.ofDays(5);

    private static final Duration OVERLAP = Duration.ofDays(1);

    public WebhookEndpoint {
        types = Set.copyOf(new TreeSet<>(types));
        secrets = List.copyOf(secrets);
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }

    public static WebhookEndpoint registered(
            UUID id, @Nullable String merchant, URI url, Set<String> types, WebhookSecret secret, Instant now) {
        return new WebhookEndpoint(id, merchant, url, types, List.of(secret), true, "", 0, null, null, now, 1);
    }

    /** Whether it is to be told; {@code owner} is the merchant it is about, null for nobody's in particular. */
    public boolean wants(String type, @Nullable String owner) {
        boolean mine = merchant == null || merchant.equals(owner);
        return mine
                && (types.isEmpty()
                        || types.stream().anyMatch(it -> it.equals(type) || (it.endsWith(".") && type.startsWith(it))));
    }

    /** A new secret; messages carry a signature with the old one, too, for another day. */
    public WebhookEndpoint rotated(WebhookSecret fresh, Instant now) {
        List<WebhookSecret> both = new ArrayList<>(List.of(fresh));
        both.add(secrets.get(0).ending(now.plus(OVERLAP).truncatedTo(ChronoUnit.MICROS)));
        return with(both, enabled, reason, failures, failingSince, heldUntil);
    }

    /** What messages are signed with now. */
    public List<WebhookSecret> inUse(Instant now) {
        return secrets.stream().filter(secret -> secret.isInUse(now)).toList();
    }

    public WebhookEndpoint disabled(String why) {
        return with(secrets, false, why, failures, failingSince, null);
    }

    public WebhookEndpoint enabledAgain() {
        return with(secrets, true, "", 0, null, null);
    }

    /** It answered well. */
    public WebhookEndpoint answered() {
        return failures == 0 ? this : with(secrets, enabled, reason, 0, null, null);
    }

    /** It did not, and is left alone for a while; after {@link #PATIENCE} for good. */
    public WebhookEndpoint failed(Instant at, RandomGenerator random) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        Instant since = failingSince == null ? now : failingSince;
        if (!now.isBefore(since.plus(PATIENCE))) {
            return with(secrets, false, "failing since " + since, failures + 1, since, null);
        }
        return with(
                secrets,
                enabled,
                reason,
                failures + 1,
                since,
                now.plus(RetrySchedule.hold(failures + 1, random)).truncatedTo(ChronoUnit.MICROS));
    }

    private WebhookEndpoint with(
            List<WebhookSecret> keys,
            boolean on,
            String why,
            int failed,
            @Nullable Instant since,
            @Nullable Instant held) {
        return new WebhookEndpoint(
                id, merchant, url, types, keys, on, why, failed, since, held, createdAt, version + 1);
    }
}
