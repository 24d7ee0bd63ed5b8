package io.ordercore.domain.catalog.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void a_draft_says_something_else_until_it_is_submitted() {
        Listing draft = Listing.draft(new ListingId("oil"), ACME, content("Oil"), NOW);
        Listing revised = after(draft.revise(content("Olive oil"), NOW.plusSeconds(1)));

        assertThat(draft.version()).isEqualTo(1);
        assertThat(revised.version()).isEqualTo(2);
        assertThat(revised.open()).isEqualTo(Revision.draft(1, content("Olive oil"), null, NOW));
        assertThat(revised.live()).isNull();
        assertThat(revised.isUnderReview()).isFalse();
        assertThat(after(revised.submit(NOW)).isUnderReview()).isTrue();
    }

    @Test
    void a_new_revision_of_what_is_live_keeps_what_the_review_saw_before() {
        Listing published = published();
        Revision live = Objects.requireNonNull(published.live());

        assertThat(after(published.revise(content("New oil"), NOW)).open())
                .isEqualTo(Revision.draft(2, content("New oil"), live.reviewed(), NOW));
    }

    @Test
    void only_what_is_under_review_is_reviewed() {
        Listing published = published();
        Reviewed result = result(submitted(), Severity.NOTE);
        for (Listing idle : List.of(published, after(published.revise(content("New oil"), NOW)))) {
            assertThat(refusal(idle.reviewed(result, NOW))).isEqualTo(ListingRefusal.NOT_UNDER_REVIEW);
            assertThat(refusal(idle.approve("rita", 1, NOW))).isEqualTo(ListingRefusal.NOT_UNDER_REVIEW);
            assertThat(refusal(idle.reject("rita", RULING, NOW))).isEqualTo(ListingRefusal.NOT_UNDER_REVIEW);
            assertThat(refusal(idle.requestChanges("rita", RULING, NOW))).isEqualTo(ListingRefusal.NOT_UNDER_REVIEW);
        }
        assertThat(refusal(published.submit(NOW))).isEqualTo(ListingRefusal.NOTHING_TO_SUBMIT);
    }

    @Test
    void what_the_automatic_review_refuses_is_rejected_and_stays_to_be_read() {
        Listing submitted = submitted();
        Reviewed result = result(submitted, Severity.REJECT);

        Listing rejected = after(submitted.reviewed(result, NOW.plusSeconds(1)));

        assertThat(rejected.isOnSale()).isFalse();
        Revision open = Objects.requireNonNull(rejected.open());
        assertThat(open.status()).isEqualTo(RevisionStatus.REJECTED);
        assertThat(open.reviewed()).isEqualTo(result);
        assertThat(open.since()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void changes_asked_for_are_told_until_it_is_submitted_again() {
        Listing back = after(submitted().requestChanges("rita", RULING, NOW));
        assertThat(Objects.requireNonNull(back.open()).ruling()).isEqualTo(RULING);
        assertThat(Objects.requireNonNull(after(back.submit(NOW)).open()).ruling())
                .isNull();
    }

    @Test
    void an_approved_listing_leaves_nothing_open_and_keeps_who_approved_it() {
        Listing published = after(submitted().approve("rita", 1, NOW.plusSeconds(1)));
        Revision live = Objects.requireNonNull(published.live());
        assertThat(live.approvedBy()).containsExactly("rita");
        assertThat(live.since()).isEqualTo(NOW.plusSeconds(1));
        assertThat(published.open()).isNull();
    }

    @Test
    void only_what_is_live_is_suspended_retired_or_reinstated() {
        assertThat(refusal(submitted().suspend(NOW))).isEqualTo(ListingRefusal.NOT_LIVE);
        assertThat(refusal(submitted().retire(NOW))).isEqualTo(ListingRefusal.NOT_LIVE);
        assertThat(refusal(submitted().reinstate(NOW))).isEqualTo(ListingRefusal.NOT_SUSPENDED);
        assertThat(refusal(published().reinstate(NOW))).isEqualTo(ListingRefusal.NOT_SUSPENDED);
        assertThat(refusal(after(published().suspend(NOW)).suspend(NOW))).isEqualTo(ListingRefusal.NOT_LIVE);
    }

    @Test
    void a_retired_listing_is_gone_for_good_with_what_was_being_written() {
        Listing retired =
                after(after(published().revise(content("New oil"), NOW)).retire(NOW));
        assertThat(retired.isOnSale()).isFalse();
        assertThat(retired.open()).isNull();
        assertThat(refusal(retired.retire(NOW))).isEqualTo(ListingRefusal.NOT_LIVE);
        assertThat(refusal(retired.revise(content("New oil"), NOW))).isEqualTo(ListingRefusal.NOT_LIVE);
        assertThat(after(after(published().suspend(NOW)).retire(NOW)).isOnSale())
                .isFalse();
    }

    @Test
    void measured_pictures_change_no_version_and_nothing_where_nothing_is_open() {
        Listing submitted = submitted();
        assertThat(submitted.withPictures(List.of())).isEqualTo(submitted);
        assertThat(published().withPictures(List.of())).isEqualTo(published());
    }

    @Test
    void a_move_the_table_does_not_have_is_a_bug() {
        Revision draft = Revision.draft(1, content("Oil"), null, NOW);
        assertThatThrownBy(() -> draft.becoming(RevisionStatus.PUBLISHED, NOW))
                .isInstanceOf(IllegalStateException.class);
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
