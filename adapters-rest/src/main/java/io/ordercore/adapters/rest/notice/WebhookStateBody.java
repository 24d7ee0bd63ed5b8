package io.ordercore.adapters.rest.notice;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Told again, or not for now. */
@Schema(name = "WebhookState")
record WebhookStateBody(@NotNull Boolean enabled) {}
