package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Violation;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.catalog.listing.Ruling;
import io.ordercore.domain.catalog.review.FindingCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A price that jumped, as its merchant and the reviewers see it.
 *
 * @param status {@code WAITING}, {@code APPROVED}, {@code REJECTED} or {@code SUPERSEDED} by a later price
 * @param before the price that stays while it waits
 * @param asked the price that waits
 * @param reason why it waits
 * @param due until when it should be decided
 * @param reasons why a reviewer refused it
 */
@Schema(name = "PriceReview")
record PriceReviewView(
        String sku,
        String merchant,
        PriceReview.Status status,
        MoneyBody before,
        MoneyBody asked,
        Why reason,
        String submitted,
        String due,
        List<ListingView.Reason> reasons,
        @Nullable String note,
        long version) {

    /**
     * By how much a price jumps, and which rule holds it.
     *
     * @param change {@code x4.5}, or the new currency
     */
    @Schema(name = "PriceJump")
    record Why(FindingCode code, String change, String limit, String ruleVersion, String text) {}

    static PriceReviewView of(PriceReview review, Locale locale) {
        Ruling ruling = review.ruling();
        String change = review.jump().textFor(review.asked());
        String limit = review.jump().limitText();
        String text = new Violation(
                        "", Violation.reason(FindingCode.PRICE_JUMP).code(), Map.of("value", change, "limit", limit))
                .detail(locale);
        return new PriceReviewView(
                review.sku().value(),
                review.merchant().value(),
                review.status(),
                MoneyBody.of(review.before()),
                MoneyBody.of(review.asked()),
                new Why(FindingCode.PRICE_JUMP, change, limit, review.jump().ruleVersion(), text),
                review.submitted().toString(),
                review.due().toString(),
                ruling == null ? List.of() : ListingView.reasons(ruling, locale),
                ruling == null ? null : ruling.note(),
                review.version());
    }
}
