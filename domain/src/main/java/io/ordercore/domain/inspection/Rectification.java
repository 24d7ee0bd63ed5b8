package io.ordercore.domain.inspection;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant owes after a lot was not accepted. While it is open nobody can order the product. Which cases there are
 * follows from what the agencies said: {@link Rectifications}.
 *
 * @param severity the gravest class for which lots failed that were not made good
 * @param deadline until when the merchant has to submit the product again
 * @param closedAt null while open
 * @param outcome why it was closed; null while open
 */
public record Rectification(
        RectificationId id,
        MerchantId merchant,
        Sku sku,
        DefectClass severity,
        Instant openedAt,
        Instant deadline,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome) {
    /** Why a case was closed. */
    public enum Outcome {
        /** A lot submitted again was accepted. */
        RECTIFIED,
        /** What it rested on was corrected: no lot failed. */
        WITHDRAWN,
        /** What is wrong became more, or less, grave: another case took its place. */
        SUPERSEDED
    }

    public Rectification {
        if ((closedAt == null) != (outcome == null)) {
            throw new IllegalArgumentException("a case is closed at a time and for a reason, or open");
        }
    }

    /** Opens the case of a failed lot. */
    public static Rectification opened(RectificationId id, Lot lot, DefectClass severity, Instant now) {
        return new Rectification(id, lot.merchant(), lot.sku(), severity, now, now.plus(period(severity)), null, null);
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

    public Rectification closed(Outcome as, Instant now) {
        return new Rectification(id, merchant, sku, severity, openedAt, deadline, now, as);
    }
}
