package io.ordercore.domain.catalog.review;

import static io.ordercore.domain.catalog.review.Subjects.flawless;
import static io.ordercore.domain.catalog.review.Subjects.picture;
import static io.ordercore.domain.catalog.review.Subjects.subject;
import static io.ordercore.domain.catalog.review.Subjects.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ordercore.domain.catalog.Attribute;
import io.ordercore.domain.catalog.CategoryPath;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AutomaticReviewTest {
    private static final long SEED = Long.getLong("seed", 42);

    private final AutomaticReview automatic = AutomaticReview.by(Subjects.RULES);

    @Test
    void a_flawless_listing_passes_without_a_finding() {
        Review review = automatic.review(subject(flawless()));
        assertThat(review.findings()).isEmpty();
        assertThat(review.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void an_empty_draft_is_told_everything_it_lacks_at_once() {
        assertThat(codes(ListingContent.titled("")))
                .contains(
                        FindingCode.TITLE_MISSING,
                        FindingCode.DESCRIPTION_MISSING,
                        FindingCode.CATEGORY_MISSING,
                        FindingCode.VARIANTS_MISSING,
                        FindingCode.PICTURES_MISSING);
    }

    @Test
    void a_finding_says_where_what_and_by_which_rules() {
        assertThat(automatic.review(subject(titled("The best oil"))).findings())
                .containsExactly(new Finding(
                        "wording",
                        FindingCode.SUPERLATIVE,
                        Severity.REJECT,
                        "/title",
                        "best",
                        "SUPERLATIVE",
                        "test-1"));
    }

    @Test
    void an_exempt_phrase_covers_the_term_inside_it_only() {
        assertThat(codes(titled("Oil, best before 2027"))).isEmpty();
        assertThat(codes(titled("最近的油"))).isEmpty();
        assertThat(codes(titled("最近最好的油"))).containsExactly(FindingCode.SUPERLATIVE);
    }

    @Test
    void a_claim_with_its_source_goes_to_a_reviewer_instead() {
        ListingContent sourced = content(
                titled("The best oil"),
                List.of(
                        new Attribute("net weight", "500", "g"),
                        new Attribute("Claim Source", "Oil Review 3/2026", "")));
        assertThat(automatic.review(subject(sourced)).verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void contact_details_are_found_by_their_shape() {
        assertThat(codes(titled("Oil, call +86 138-0013-8000"))).containsExactly(FindingCode.CONTACT_DETAIL);
        assertThat(codes(titled("Oil 13800138000 ring"))).containsExactly(FindingCode.CONTACT_DETAIL);
        assertThat(codes(titled("Oil from www.oil.example"))).containsExactly(FindingCode.CONTACT_DETAIL);
        assertThat(codes(titled("Oil, me@oil.example"))).containsExactly(FindingCode.CONTACT_DETAIL);
        assertThat(codes(titled("Oil 4006381333931"))).isEmpty();
        assertThat(codes(titled("Oil 2 x 500 ml @ 20"))).isEmpty();
    }

    @Test
    void a_category_says_what_must_be_stated_and_in_which_unit() {
        assertThat(codes(content(flawless(), List.of()))).containsExactly(FindingCode.ATTRIBUTE_MISSING);
        assertThat(codes(content(flawless(), List.of(new Attribute("Net Weight", "1", "lb")))))
                .containsExactly(FindingCode.ATTRIBUTE_UNIT_WRONG);
    }

    @Test
    void an_attribute_is_stated_once_and_a_category_is_one_of_the_platforms() {
        assertThat(codes(content(
                        flawless(),
                        List.of(new Attribute("net weight", "500", "g"), new Attribute("Net Weight", "500", "g")))))
                .containsExactly(FindingCode.ATTRIBUTE_REPEATED);
        assertThat(codes(content(
                        flawless().title(),
                        "Acme",
                        CategoryPath.of("Toys"),
                        flawless().attributes())))
                .containsExactly(FindingCode.CATEGORY_UNKNOWN);
    }

    @Test
    void wording_is_read_wherever_buyers_read_it() {
        ListingContent like = flawless();
        ListingContent described = new ListingContent(
                like.title(),
                "Cures all.",
                like.category(),
                like.brand(),
                like.gtin(),
                List.of(new Attribute("net weight", "500", "g"), new Attribute("grade", "best", "")),
                like.pictures(),
                like.variants());

        assertThat(automatic.review(subject(described)).findings())
                .extracting(Finding::code, Finding::field)
                .containsExactly(
                        tuple(FindingCode.MEDICAL_CLAIM, "/description"),
                        tuple(FindingCode.SUPERLATIVE, "/attributes/1/value"));
    }

    @Test
    void an_exempt_phrase_covers_the_term_at_its_end_too() {
        AutomaticReview rules = AutomaticReview.by(RuleSetText.read("""
                version | test-3
                language | en
                ban | SUPERLATIVE | best
                exempt | second best
                """));
        assertThat(rules.review(subject(titled("The second best oil"))).findings())
                .isEmpty();
        assertThat(rules.review(subject(titled("The best second oil"))).findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.SUPERLATIVE);
    }

    @Test
    void pictures_look_the_same_that_differ_in_three_bits_and_not_in_four() {
        assertThat(codes(subject(flawless(), withPicture(7 ^ 0b111_000))))
                .containsExactly(FindingCode.DUPLICATE_PICTURE);
        assertThat(codes(subject(flawless(), withPicture(7 ^ 0b1111_000)))).isEmpty();
    }

    private static Neighbour withPicture(long likeness) {
        return neighbour(
                Subjects.OTHER_MERCHANT,
                new ListingContent("Bread", "", null, "", "", List.of(), List.of(picture(likeness, 300)), List.of()));
    }

    @Test
    void an_unusual_price_is_reviewed_and_an_implausible_one_refused() {
        assertThat(codes(priced("100"))).isEmpty();
        assertThat(codes(priced("260"))).containsExactly(FindingCode.PRICE_UNUSUAL);
        assertThat(codes(priced("460"))).containsExactly(FindingCode.PRICE_IMPLAUSIBLE);
        assertThat(codes(priced("21"))).containsExactly(FindingCode.PRICE_IMPLAUSIBLE);
    }

    @Test
    void pictures_are_measured() {
        assertThat(codes(flawless().withPictures(List.of(picture(7, 99)))))
                .containsExactly(FindingCode.PICTURE_TOO_SMALL);
        assertThat(codes(flawless().withPictures(List.of(new Picture("https://cdn.example/a.jpg", null)))))
                .containsExactly(FindingCode.PICTURE_UNSEEN);
    }

    @Test
    void what_is_claimed_of_a_picture_and_is_not_so_is_found_field_by_field() {
        List<Finding> findings = automatic
                .review(subject(flawless().withPictures(List.of(Subjects.claimed(7, 900)))))
                .findings();
        assertThat(findings)
                .extracting(Finding::code, Finding::field, Finding::value, Finding::limit)
                .containsExactly(
                        tuple(FindingCode.PICTURE_DIFFERS, "/pictures/0/width", "900", "800"),
                        tuple(
                                FindingCode.PICTURE_DIFFERS,
                                "/pictures/0/sha256",
                                "0".repeat(64),
                                String.format("%064x", 7)));
    }

    @Test
    void a_revision_is_no_way_round_the_review_of_a_price_that_jumps() {
        ReviewFacts facts = subject(flawless()).facts();
        assertThat(codes(new ReviewSubject(flawless(), facts.with(published("40")))))
                .isEmpty();
        assertThat(codes(new ReviewSubject(flawless(), facts.with(published("33")))))
                .containsExactly(FindingCode.PRICE_JUMP);
        assertThat(codes(new ReviewSubject(flawless(), facts.with(published("301")))))
                .containsExactly(FindingCode.PRICE_JUMP);
    }

    private static List<ReviewFacts.Published> published(String price) {
        return List.of(new ReviewFacts.Published(new Sku("OIL-1"), Money.parse("CNY " + price)));
    }

    @Test
    void variants_tell_themselves_apart() {
        assertThat(codes(flawless().withVariants(List.of(variant("A", "100", 1), variant("A", "100", 1)))))
                .containsExactly(FindingCode.VARIANT_SKU_REPEATED, FindingCode.VARIANT_OPTIONS_REPEATED);
    }

    @Test
    void one_merchant_lists_a_trade_number_once() {
        assertThat(codes(subject(flawless(), neighbour(Subjects.MERCHANT, flawless()))))
                .containsExactly(FindingCode.DUPLICATE_GTIN);
    }

    @Test
    void several_merchants_may_sell_the_same_trade_number_but_not_another_brand_under_it() {
        assertThat(codes(subject(flawless(), neighbour(Subjects.OTHER_MERCHANT, flawless()))))
                .isEmpty();
        assertThat(codes(subject(flawless(), neighbour(Subjects.OTHER_MERCHANT, branded("Zenith")))))
                .containsExactly(FindingCode.GTIN_CONTRADICTED);
    }

    @Test
    void a_near_same_title_and_a_borrowed_picture_are_noticed() {
        ListingContent other = new ListingContent(
                "Oil Olive 0.5 kg", "", null, "", "", List.of(), List.of(picture(5, 300)), List.of());
        assertThat(codes(subject(flawless(), neighbour(Subjects.OTHER_MERCHANT, other))))
                .containsExactly(FindingCode.DUPLICATE_TITLE, FindingCode.DUPLICATE_PICTURE);
    }

    @Test
    void what_shares_a_finding_shares_a_key() {
        ListingContent other = new ListingContent(
                "Oil Olive 500 g", "", null, "", "4006381333931", List.of(), List.of(picture(5, 300)), List.of());
        DuplicateKeys mine = DuplicateKeys.of(flawless());
        DuplicateKeys theirs = DuplicateKeys.of(other);
        assertThat(mine.title()).containsExactlyElementsOf(theirs.title());
        assertThat(mine.gtin()).isEqualTo(theirs.gtin());
        assertThat(mine.pictures()).containsAnyElementsOf(theirs.pictures());
    }

    @Test
    void reviewing_only_what_changed_gives_the_same_review() {
        Random random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            ReviewSubject before = Subjects.odd(random);
            ReviewSubject after = Subjects.edited(before, random);
            Review earlier = automatic.review(before);
            assertThat(automatic.review(after, before, earlier))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(automatic.review(after));
        }
    }

    @Test
    void other_rules_review_everything_again() {
        RuleSet later = RuleSetText.read("version | test-2\nlanguage | en\nban | SUPERLATIVE | olive");
        ReviewSubject subject = subject(flawless());
        Review earlier = automatic.review(subject);
        assertThat(AutomaticReview.by(later).review(subject, subject, earlier))
                .isEqualTo(AutomaticReview.by(later).review(subject));
    }

    private List<FindingCode> codes(ListingContent content) {
        return codes(subject(content));
    }

    private List<FindingCode> codes(ReviewSubject subject) {
        return automatic.review(subject).findings().stream()
                .map(Finding::code)
                .distinct()
                .toList();
    }

    private static Neighbour neighbour(MerchantId merchant, ListingContent content) {
        return Neighbour.of(new ListingId("other"), merchant, content);
    }

    private static ListingContent titled(String title) {
        return content(
                title, flawless().brand(), flawless().category(), flawless().attributes());
    }

    private static ListingContent branded(String brand) {
        return content(
                flawless().title(), brand, flawless().category(), flawless().attributes());
    }

    private static ListingContent content(ListingContent like, List<Attribute> attributes) {
        return content(like.title(), like.brand(), like.category(), attributes);
    }

    private static ListingContent priced(String amount) {
        return flawless().withVariants(List.of(variant("OIL-1", amount, 5)));
    }

    private static ListingContent content(
            String title, String brand, @Nullable CategoryPath category, List<Attribute> attributes) {
        ListingContent like = flawless();
        return new ListingContent(
                title, like.description(), category, brand, like.gtin(), attributes, like.pictures(), like.variants());
    }
}
