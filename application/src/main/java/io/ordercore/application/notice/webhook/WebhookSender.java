package io.ordercore.application.notice.webhook;

import io.ordercore.domain.notice.webhook.WebhookDelivery.Attempt;
import io.ordercore.domain.notice.webhook.WebhookMessage;
import io.ordercore.domain.notice.webhook.WebhookSecret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sends messages over HTTP. */
public interface WebhookSender {
    /** Sends nothing: endpoints can be registered nowhere. */
    WebhookSender NONE = new WebhookSender() {
        @Override
        public Optional<String> refusal(URI url) {
            return Optional.of("not-sending");
        }

        @Override
        public Attempt send(URI url, List<WebhookSecret> secrets, WebhookMessage message, Instant now) {
            return new Attempt(now, 0, "not-sending", 0);
        }
    };

    /**
     * Why nothing is ever sent there, as a stable code: {@code not-https}, {@code private-address}, {@code unknown-host}, {@code
     * not-a-url}; empty if it may be.
     */
    Optional<String> refusal(URI url);

    /**
     * Sends a message once, signed with each of the secrets, and waits for the answer, some seconds at most. What the name stands
     * for is looked up now and checked again; redirects are not followed. Whatever goes wrong is an attempt that did not go well.
     */
    Attempt send(URI url, List<WebhookSecret> secrets, WebhookMessage message, Instant now);
}
