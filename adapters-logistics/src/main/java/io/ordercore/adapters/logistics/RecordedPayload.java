package io.ordercore.adapters.logistics;

import io.ordercore.domain.logistics.tracking.TrackingState;
import org.jspecify.annotations.Nullable;

/**
 * What one recorded payload was read as.
 *
 * @param carrier the adapter's code; empty if no adapter speaks this folder's language
 * @param file below the folder given
 * @param outcome {@code read}, the refusal the carrier's answer means, or why there is nothing to read
 * @param state absent where nothing was read
 * @param windows estimates and commitments told
 * @param quarantined elements that could not be read
 * @param expected what the file beside it, {@code NAME.expected.json}, says; null without one
 */
public record RecordedPayload(
        String carrier,
        String file,
        String outcome,
        @Nullable TrackingState state,
        int windows,
        int quarantined,
        @Nullable ExpectedReading expected) {

    /** Whether this is a tracking payload at all. */
    public boolean isTracking() {
        return !outcome.equals(RecordedPayloads.NO_TRACKING);
    }
}
