package io.ordercore.domain.logistics.tracking;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing a carrier reported about one parcel, already in the platform's words, with the carrier's own beside them.
 *
 * @param carrierEventId the carrier's own number of the event, where it gives one
 * @param rawCode the carrier's code as sent, after undoing what is only spelling (leading zeros)
 * @param text the carrier's sentence; may hold a courier's name or telephone, so it is never logged
 * @param place where, as the carrier words it; not part of the identity, because that wording changes
 * @param receivedAt when the platform first heard of it
 */
public record TrackingEvent(
        CarrierCode carrier,
        TrackingNumber parcel,
        @Nullable String carrierEventId,
        String rawCode,
        String text,
        EventTime time,
        Meaning meaning,
        @Nullable String place,
        Instant receivedAt) {

    /**
     * By time, then by how far along the journey. Not by arrival: the same events pushed in another order must end in
     * the same state.
     */
    static final Comparator<TrackingEvent> IN_ORDER = Comparator.comparing(TrackingEvent::orderedBy)
            .thenComparing(event -> event.meaning().status(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(event -> event.meaning().incident(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(TrackingEvent::rawCode)
            .thenComparing(TrackingEvent::text);

    /**
     * Equal for two reports of the same event: hash of carrier, parcel, code, time and the carrier's event id, or its
     * text where it gives none. 32 hexadecimal digits.
     */
    public String identity() {
        return Hashing.sha256()
                .newHasher()
                .putString(carrier.value(), StandardCharsets.UTF_8)
                .putChar('\n')
                .putString(parcel.value(), StandardCharsets.UTF_8)
                .putChar('\n')
                .putString(rawCode, StandardCharsets.UTF_8)
                .putChar('\n')
                .putString(time.identity(), StandardCharsets.UTF_8)
                .putChar('\n')
                .putString(carrierEventId == null ? text : carrierEventId, StandardCharsets.UTF_8)
                .hash()
                .toString()
                .substring(0, 32);
    }

    public Instant orderedBy() {
        return time.orderedBy(receivedAt);
    }

    @Override
    public String toString() {
        return "TrackingEvent[" + parcel + " " + rawCode + " " + meaning + " " + time.raw() + "]";
    }
}
