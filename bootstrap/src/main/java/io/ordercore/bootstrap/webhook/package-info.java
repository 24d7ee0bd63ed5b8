/** Messages to other systems on their way out: {@link io.ordercore.bootstrap.webhook.HttpWebhookSender}. */
@NullMarked
package io.ordercore.bootstrap.webhook;

import org.jspecify.annotations.NullMarked;
