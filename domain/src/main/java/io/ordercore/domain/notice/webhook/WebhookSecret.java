package io.ordercore.domain.notice.webhook;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What messages to one endpoint are signed with, by <a href="https://www.standardwebhooks.com">Standard Webhooks</a>.
 *
 * @param text {@code whsec_} and 24 to 64 bytes in Base64; never logged
 * @param until when it ends; null for the one in use
 */
public record WebhookSecret(String text, @Nullable Instant until) {
    private static final String PREFIX = "whsec_";

    public WebhookSecret {
        int length = text.startsWith(PREFIX) ? key(text).length : 0;
        if (length < 24 || length > 64) {
            throw new IllegalArgumentException("a secret is whsec_ and 24 to 64 bytes in Base64");
        }
    }

    /** One in use. */
    public static WebhookSecret of(byte[] key) {
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key), null);
    }

    WebhookSecret ending(Instant at) {
        return new WebhookSecret(text, at);
    }

    boolean isInUse(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** The bytes that sign. */
    public byte[] key() {
        return key(text);
    }

    private static byte[] key(String text) {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return "WebhookSecret[" + (until == null ? "in use" : "until " + until) + "]";
    }
}
