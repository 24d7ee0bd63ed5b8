/**
 * Telling other systems. Start at {@link io.ordercore.application.notice.webhook.ManageWebhooks}; {@link
 * io.ordercore.application.notice.webhook.DeliverWebhooks} is a timer's, {@link
 * io.ordercore.application.notice.webhook.WebhookSender} the way out.
 */
@NullMarked
package io.ordercore.application.notice.webhook;

import org.jspecify.annotations.NullMarked;
