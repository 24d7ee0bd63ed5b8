package io.ordercore.application.logistics;

import java.time.Instant;
import java.util.Locale;

/**
 * On whose behalf, and until when.
 *
 * @param accountId the shipper's account at the carrier; the call budget belongs to it
 * @param tenant the platform's name for the embedder or merchant group
 * @param deadline when the caller stops waiting
 * @param correlationId in logs on both sides
 */
public record CarrierContext(String accountId, String tenant, Instant deadline, Locale locale, String correlationId) {}
