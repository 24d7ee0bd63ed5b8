package io.ordercore.adapters.rest.notice;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent anew: everything that happened since then, and is kept. */
@Schema(name = "WebhookReplay")
record ReplayBody(@NotNull Instant from) {}
