package io.ordercore.domain.catalog.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.review.Finding;
import io.ordercore.domain.catalog.review.FindingCode;
import io.ordercore.domain.catalog.review.PriceNorm;
import io.ordercore.domain.catalog.review.Review;
import io.ordercore.domain.catalog.review.ReviewFacts;
import io.ordercore.domain.catalog.review.ReviewSubject;
import io.ordercore.domain.catalog.review.Severity;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListingTest {
    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");
    private static final MerchantId ACME = new MerchantId("acme");
    private static final Ruling RULING = new Ruling(Set.of(ReviewReason.MISLEADING), "which oil?");

    @ParameterizedTest
    @CsvSource({
        "DRAFT, SUBMITTED",
        "SUBMITTED, CHANGES_REQUESTED REJECTED PUBLISHED",
        "CHANGES_REQUESTED, SUBMITTED",
        "PUBLISHED, SUSPENDED RETIRED",
        "SUSPENDED, PUBLISHED RETIRED",
        "REJECTED, ''",
        "RETIRED, ''",
    })
    void a_revision_goes_only_where_the_table_says(RevisionStatus from, String legal) {
        List<String> moves = Arrays.stream(RevisionStatus.values())
                .filter(from::mayBecome)
                .map(Enum::name)
                .toList();
        assertThat(String.join(" ", moves)).isEqualTo(legal);
    }

    @Test
    void the_live_revision_stays_while_a_new_one_is_reviewed() {
        Listing published = published();
        Listing revised = after(after(published.revise(content("New oil"), NOW)).submit(NOW));
        assertThat(revised.isOnSale()).isTrue();
        assertThat(Objects.requireNonNull(revised.live()).content().title()).isEqualTo("Oil");
        assertThat(Objects.requireNonNull(revised.open()).number()).isEqualTo(2);

        Listing replaced = after(
                after(revised.reviewed(result(revised, Severity.REVIEW), NOW)).approve("rita", 1, NOW));
        assertThat(Objects.requireNonNull(replaced.live()).content().title()).isEqualTo("New oil");
        assertThat(replaced.open()).isNull();
    }

    @Test
    void what_is_under_review_cannot_be_changed() {
        assertThat(refusal(submitted().revise(content("Other"), NOW))).isEqualTo(ListingRefusal.UNDER_REVIEW);
        assertThat(refusal(submitted().submit(NOW))).isEqualTo(ListingRefusal.UNDER_REVIEW);
    }

    @Test
    void a_merchant_never_reviews_its_own_goods() {
        assertThat(refusal(submitted().approve("acme", 1, NOW))).isEqualTo(ListingRefusal.OWN_GOODS);
        assertThat(refusal(submitted().reject("acme", RULING, NOW))).isEqualTo(ListingRefusal.OWN_GOODS);
        assertThat(refusal(submitted().requestChanges("acme", RULING, NOW))).isEqualTo(ListingRefusal.OWN_GOODS);
    }

    @Test
    void two_approvals_come_from_two_reviewers() {
        Listing once = after(submitted().approve("rita", 2, NOW));
        assertThat(once.isOnSale()).isFalse();
        assertThat(refusal(once.approve("rita", 2, NOW))).isEqualTo(ListingRefusal.ALREADY_APPROVED_BY_YOU);
        assertThat(after(once.approve("rolf", 2, NOW)).isOnSale()).isTrue();
    }

    @Test
    void an_approval_does_not_outlive_a_change() {
        Listing once = after(submitted().approve("rita", 2, NOW));
        Listing back = after(once.requestChanges("rolf", RULING, NOW));
        Listing again = after(after(back.revise(content("Oil 500 ml"), NOW)).submit(NOW));
        assertThat(after(again.approve("rita", 2, NOW)).isOnSale()).isFalse();
    }

    @Test
    void a_refused_revision_is_followed_by_a_new_one() {
        Listing rejected = after(submitted().reject("rita", RULING, NOW));
        assertThat(refusal(rejected.submit(NOW))).isEqualTo(ListingRefusal.NOTHING_TO_SUBMIT);
        assertThat(Objects.requireNonNull(
                                after(rejected.revise(content("Better"), NOW)).open())
                        .number())
                .isEqualTo(2);
    }

    @Test
    void a_new_revision_does_not_lift_a_suspension() {
        Listing suspended = after(published().suspend(NOW));
        Listing revised =
                after(after(suspended.revise(content("Oil again"), NOW)).submit(NOW));
        assertThat(refusal(revised.reviewed(result(revised, Severity.NOTE), NOW)))
                .isEqualTo(ListingRefusal.LISTING_SUSPENDED);
        assertThat(after(suspended.reinstate(NOW)).isOnSale()).isTrue();
    }

    private static Listing submitted() {
        return after(
                Listing.draft(new ListingId("oil"), ACME, content("Oil"), NOW).submit(NOW));
    }

    private static Listing published() {
        Listing submitted = submitted();
        return after(submitted.reviewed(result(submitted, Severity.NOTE), NOW));
    }

    private static Reviewed result(Listing listing, Severity severity) {
        ListingContent content = Objects.requireNonNull(listing.open()).content();
        Finding finding = new Finding("gtin", FindingCode.GTIN_MISSING, severity, "/gtin", "", "", "v1");
        return new Reviewed(
                new ReviewSubject(content, new ReviewFacts(ACME, PriceNorm.UNKNOWN, List.of(), Set.of())),
                new Review("v1", List.of(finding)));
    }

    private static ListingContent content(String title) {
        return ListingContent.titled(title);
    }

    private static Listing after(ListingDecision decision) {
        return decision.decide(new ListingDecision.Cases<>() {
            @Override
            public Listing changed(Listing listing) {
                return listing;
            }

            @Override
            public Listing refused(ListingRefusal reason) {
                throw new AssertionError("refused: " + reason);
            }
        });
    }

    private static ListingRefusal refusal(ListingDecision decision) {
        return decision.decide(new ListingDecision.Cases<>() {
            @Override
            public ListingRefusal changed(Listing listing) {
                throw new AssertionError("changed");
            }

            @Override
            public ListingRefusal refused(ListingRefusal reason) {
                return reason;
            }
        });
    }
}
