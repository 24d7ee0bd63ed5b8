package io.ordercore.domain.catalog.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview.Status;
import io.ordercore.domain.catalog.review.PriceJump;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriceReviewTest {
    private static final Ruling RULING = new Ruling(Set.of(ReviewReason.MISLEADING), "  a slip?  ");
    private static final PriceReview WAITING = new PriceReview(
            new Sku("oil"),
            new MerchantId("acme"),
            Money.parse("CNY 10.00"),
            Money.parse("CNY 90.00"),
            new PriceJump(9_000, 2_500, "v1"),
            Status.WAITING,
            Instant.parse("2026-11-03T09:00:00Z"),
            Instant.parse("2026-11-04T09:00:00Z"),
            null,
            null,
            4);

    @Test
    void a_price_that_waits_is_approved_refused_with_a_reason_or_overtaken() {
        PriceReview approved = WAITING.approvedBy("rita");
        assertThat(approved.status()).isEqualTo(Status.APPROVED);
        assertThat(approved.decidedBy()).isEqualTo("rita");
        assertThat(approved.ruling()).isNull();
        assertThat(approved.version()).isEqualTo(5);

        PriceReview rejected = WAITING.rejectedBy("rita", RULING);
        assertThat(rejected.status()).isEqualTo(Status.REJECTED);
        assertThat(rejected.decidedBy()).isEqualTo("rita");
        assertThat(rejected.ruling()).isEqualTo(RULING);

        PriceReview superseded = WAITING.superseded();
        assertThat(superseded.status()).isEqualTo(Status.SUPERSEDED);
        assertThat(superseded.decidedBy()).isNull();
        assertThat(superseded.before()).isEqualTo(WAITING.before());
        assertThat(superseded.asked()).isEqualTo(WAITING.asked());
    }

    @Test
    void a_price_is_decided_once() {
        assertThat(WAITING.waits()).isTrue();
        for (PriceReview decided :
                List.of(WAITING.approvedBy("rita"), WAITING.rejectedBy("rita", RULING), WAITING.superseded())) {
            assertThat(decided.waits()).isFalse();
            assertThatThrownBy(() -> decided.approvedBy("rolf")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void nobody_reviews_prices_of_its_own_goods() {
        assertThat(WAITING.isOwnOf("acme")).isTrue();
        assertThat(WAITING.isOwnOf("rita")).isFalse();
    }

    @Test
    void a_ruling_has_a_reason_and_a_note_of_a_thousand_characters_at_most() {
        assertThat(RULING.note()).isEqualTo("a slip?");
        assertThat(new Ruling(Set.of(ReviewReason.MISLEADING), "x".repeat(1_000)).note())
                .hasSize(1_000);
        assertThatThrownBy(() -> new Ruling(Set.of(ReviewReason.MISLEADING), "x".repeat(1_001)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ruling(Set.of(), "why")).isInstanceOf(IllegalArgumentException.class);
    }
}
