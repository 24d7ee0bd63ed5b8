package io.ordercore.domain.catalog.listing;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.review.PriceJump;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A price that jumps and so waits for a reviewer, while the price before it stays. One per SKU: the last word on it.
 *
 * <pre>
 * WAITING -> APPROVED | REJECTED | SUPERSEDED
 * </pre>
 *
 * @param before the price that stays
 * @param asked the price that waits
 * @param due until when somebody should have decided
 * @param decidedBy the reviewer; null while nobody has
 * @param ruling why it was refused; null otherwise
 * @param version rises by one with every change; 1 for the first jump of the SKU
 */
public record PriceReview(
        Sku sku,
        MerchantId merchant,
        Money before,
        Money asked,
        PriceJump jump,
        Status status,
        Instant submitted,
        Instant due,
        @Nullable String decidedBy,
        @Nullable Ruling ruling,
        long version) {
    /** Where a jumping price stands. The names are stable. */
    public enum Status {
        WAITING,
        APPROVED,
        REJECTED,
        /** A later price of the same SKU took its place. */
        SUPERSEDED
    }

    public boolean waits() {
        return status == Status.WAITING;
    }

    /** Whether it is for the reviewer's own goods, which nobody reviews. */
    public boolean isOwnOf(String reviewer) {
        return merchant.value().equals(reviewer);
    }

    public PriceReview approvedBy(String reviewer) {
        return decided(Status.APPROVED, reviewer, null);
    }

    public PriceReview rejectedBy(String reviewer, Ruling why) {
        return decided(Status.REJECTED, reviewer, why);
    }

    public PriceReview superseded() {
        return decided(Status.SUPERSEDED, null, null);
    }

    private PriceReview decided(Status next, @Nullable String reviewer, @Nullable Ruling why) {
        if (!waits()) {
            throw new IllegalStateException("a price is decided once");
        }
        return new PriceReview(sku, merchant, before, asked, jump, next, submitted, due, reviewer, why, version + 1);
    }
}
