package io.ordercore.domain.catalog.review;

import io.ordercore.domain.catalog.ListingContent;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a review looks at. */
public record ReviewSubject(ListingContent content, ReviewFacts facts) {
    /** A part of the subject that a rule may read. */
    enum Part {
        TITLE,
        DESCRIPTION,
        CATEGORY,
        BRAND,
        GTIN,
        ATTRIBUTES,
        PICTURES,
        VARIANTS,
        MERCHANT,
        PRICE_NORM,
        NEIGHBOURS,
        FAMILIAR_WORDS,
        PUBLISHED
    }

    Set<Part> partsUnlike(ReviewSubject other) {
        Set<Part> unlike = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (!Objects.equals(read(part), other.read(part))) {
                unlike.add(part);
            }
        }
        return unlike;
    }

    private @Nullable Object read(Part part) {
        return switch (part) {
            case TITLE -> content.title();
            case DESCRIPTION -> content.description();
            case CATEGORY -> content.category();
            case BRAND -> content.brand();
            case GTIN -> content.gtin();
            case ATTRIBUTES -> content.attributes();
            case PICTURES -> content.pictures();
            case VARIANTS -> content.variants();
            case MERCHANT -> facts.merchant();
            case PRICE_NORM -> facts.priceNorm();
            case NEIGHBOURS -> facts.neighbours();
            case FAMILIAR_WORDS -> facts.familiarWords();
            case PUBLISHED -> facts.published();
        };
    }
}
