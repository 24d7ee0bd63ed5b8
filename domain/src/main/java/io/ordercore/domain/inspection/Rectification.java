package io.ordercore.domain.inspection;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant owes after a lot was not accepted. While it is open nobody can order the product; it closes when a lot
 * submitted again is accepted.
 *
 * @param id of the inspection that failed
 * @param severity the gravest class it failed for
 * @param deadline until when the merchant has to submit the product again
 * @param closedAt null while open
 */
public record Rectification(
        InspectionId id,
        MerchantId merchant,
        Sku sku,
        DefectClass severity,
        Instant openedAt,
        Instant deadline,
        @Nullable Instant closedAt) {
    /** Opens the case of a failed inspection. */
    public static Rectification opened(Inspection failed, DefectClass severity, Instant now) {
        return new Rectification(
                failed.id(),
                failed.lot().merchant(),
                failed.lot().sku(),
                severity,
                now,
                now.plus(period(severity)),
                null);
    }

    private static Duration period(DefectClass severity) {
        return switch (severity) {
            case CRITICAL -> Duration.ofDays(3);
            case MAJOR -> Duration.ofDays(7);
            case MINOR -> Duration.ofDays(14);
        };
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public Rectification closed(Instant now) {
        return new Rectification(id, merchant, sku, severity, openedAt, deadline, now);
    }
}
