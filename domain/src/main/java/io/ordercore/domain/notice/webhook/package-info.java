/**
 * Telling other systems what happened. Start at {@link io.ordercore.domain.notice.webhook.WebhookEndpoint}; what messages are
 * signed with is {@link io.ordercore.domain.notice.webhook.WebhookSecret}, when they are tried again {@code RetrySchedule}.
 */
@NullMarked
package io.ordercore.domain.notice.webhook;

import org.jspecify.annotations.NullMarked;
