package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Capability {@link Capability#INQUIRY}: a carrier that looks for a parcel when it is asked where it is. */
public interface Inquiries {
    /**
     * Asks where a parcel is, once for each key: a repetition answers the same inquiry, the same key about another parcel is
     * {@code DUPLICATE}. The answer itself mostly comes later.
     */
    CarrierResult<Inquiry> openInquiry(CarrierContext context, InquiryRequest request, IdempotencyKey key);

    /** How far the search is; {@code NOT_FOUND} if the carrier knows of no such inquiry. */
    CarrierResult<Inquiry> findInquiry(CarrierContext context, String inquiryRef);

    /** What is asked and why: {@code about} is what is wrong as seen from here, {@code description} says by what it was seen. */
    record InquiryRequest(TrackingNumber parcel, IncidentKind about, String description) {}

    /** What a search has come to. */
    enum InquiryStatus {
        OPEN,
        /** The parcel is there and goes on. */
        LOCATED,
        /** The search is over and has found nothing; the carrier does not call the parcel lost yet. */
        NOT_LOCATED,
        /** The carrier has lost it. */
        LOST
    }

    /** An inquiry as the carrier sees it; {@code answer} is in the carrier's words, empty before it answers. */
    record Inquiry(
            String ref,
            TrackingNumber parcel,
            InquiryStatus status,
            String answer,
            @Nullable Instant answeredAt) {}
}
