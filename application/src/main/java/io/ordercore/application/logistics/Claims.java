package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Capability {@link Capability#CLAIM}: a carrier that answers for loss, damage and delay. */
public interface Claims {
    CarrierResult<Claim> openClaim(CarrierContext context, ClaimRequest request, IdempotencyKey key);

    CarrierResult<Claim> findClaim(CarrierContext context, String claimRef);

    CarrierResult<Claim> cancelClaim(CarrierContext context, String claimRef, IdempotencyKey key);

    /** What is claimed and why. {@code evidence} are addresses of documents and pictures. */
    record ClaimRequest(
            TrackingNumber parcel, ClaimType type, Money amount, String description, List<String> evidence) {
        public ClaimRequest {
            evidence = List.copyOf(evidence);
        }
    }

    /** For what a carrier answers. */
    enum ClaimType {
        LOST,
        DAMAGED,
        DELAY
    }

    /** How far a claim got. */
    enum ClaimStatus {
        SUBMITTED,
        UNDER_REVIEW,
        APPROVED,
        PAID,
        REJECTED,
        CANCELLED
    }

    /** A claim as the carrier sees it, its history oldest first. */
    record Claim(
            String ref,
            TrackingNumber parcel,
            ClaimType type,
            ClaimStatus status,
            Money requested,
            @Nullable Money approved,
            List<Step> history) {
        public Claim {
            history = List.copyOf(history);
        }

        /** One change of a claim. */
        public record Step(
                ClaimStatus status, String detail, @Nullable Instant at) {}
    }
}
