package io.ordercore.domain.catalog.review;

import static io.ordercore.domain.catalog.review.FindingCode.*;

import io.ordercore.domain.catalog.Gtin;
import io.ordercore.domain.catalog.review.ReviewSubject.Part;
import java.util.List;
import java.util.Set;

/** The rules of the automatic review, in the order in which their findings are told. */
final class ReviewRules {
    static final ReviewRule COMPLETENESS = new ReviewRule(
            "completeness",
            Set.of(Part.TITLE, Part.DESCRIPTION, Part.CATEGORY, Part.BRAND, Part.VARIANTS),
            (subject, judgement) -> {
                var content = subject.content();
                if (content.title().isEmpty()) {
                    judgement.found(TITLE_MISSING, "/title", "", 1);
                }
                if (content.description().isEmpty()) {
                    judgement.found(DESCRIPTION_MISSING, "/description", "", 1);
                }
                if (content.category() == null) {
                    judgement.found(CATEGORY_MISSING, "/category", "", 1);
                }
                if (content.brand().isEmpty()) {
                    judgement.found(BRAND_MISSING, "/brand", "", 1);
                }
                if (content.variants().isEmpty()) {
                    judgement.found(VARIANTS_MISSING, "/variants", 0, 1);
                }
            });

    static final ReviewRule LENGTHS =
            new ReviewRule("lengths", Set.of(Part.TITLE, Part.DESCRIPTION), (subject, judgement) -> {
                int title = subject.content().title().length();
                int description = subject.content().description().length();
                if (title > 0 && judgement.fallsShortOf(title, Limit.TITLE_SHORTEST)) {
                    judgement.found(TITLE_TOO_SHORT, "/title", title, Limit.TITLE_SHORTEST);
                }
                if (judgement.exceeds(title, Limit.TITLE_LONGEST)) {
                    judgement.found(TITLE_TOO_LONG, "/title", title, Limit.TITLE_LONGEST);
                }
                if (judgement.exceeds(description, Limit.DESCRIPTION_LONGEST)) {
                    judgement.found(DESCRIPTION_TOO_LONG, "/description", description, Limit.DESCRIPTION_LONGEST);
                }
            });

    static final ReviewRule CATEGORY_ATTRIBUTES =
            new ReviewRule("category-attributes", Set.of(Part.CATEGORY, Part.ATTRIBUTES), AttributeChecks::check);

    static final ReviewRule TRADE_NUMBER = new ReviewRule("gtin", Set.of(Part.GTIN), (subject, judgement) -> {
        String gtin = subject.content().gtin();
        if (gtin.isEmpty()) {
            judgement.found(GTIN_MISSING, "/gtin", "", "GTIN-8, 12, 13, 14");
        } else if (!Gtin.isValid(gtin)) {
            judgement.found(GTIN_INVALID, "/gtin", gtin, "GS1 mod 10");
        }
    });

    static final ReviewRule WORDING = new ReviewRule(
            "wording", Set.of(Part.TITLE, Part.DESCRIPTION, Part.BRAND, Part.ATTRIBUTES), WordingChecks::check);

    static final ReviewRule PICTURES = new ReviewRule("pictures", Set.of(Part.PICTURES), PictureChecks::check);

    static final ReviewRule VARIANTS = new ReviewRule("variants", Set.of(Part.VARIANTS), VariantChecks::consistency);

    static final ReviewRule STOCK = new ReviewRule("stock", Set.of(Part.VARIANTS), VariantChecks::stock);

    static final ReviewRule PRICE =
            new ReviewRule("price", Set.of(Part.VARIANTS, Part.PRICE_NORM), VariantChecks::price);

    static final ReviewRule PRICE_CHANGE =
            new ReviewRule("price-change", Set.of(Part.VARIANTS, Part.PUBLISHED), VariantChecks::priceChange);

    static final ReviewRule DUPLICATES = new ReviewRule(
            "duplicates",
            Set.of(
                    Part.TITLE,
                    Part.BRAND,
                    Part.GTIN,
                    Part.PICTURES,
                    Part.MERCHANT,
                    Part.NEIGHBOURS,
                    Part.FAMILIAR_WORDS),
            DuplicateChecks::check);

    static final List<ReviewRule> IN_ORDER = List.of(
            COMPLETENESS,
            LENGTHS,
            CATEGORY_ATTRIBUTES,
            TRADE_NUMBER,
            WORDING,
            PICTURES,
            VARIANTS,
            STOCK,
            PRICE,
            PRICE_CHANGE,
            DUPLICATES);

    private ReviewRules() {}
}
