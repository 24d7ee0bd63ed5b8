package io.ordercore.domain.catalog.review;

import java.util.Locale;

/** A number a rule set may set, with up to three decimals. In the file it is written {@code limit | title-longest | 60}. */
public enum Limit {
    TITLE_SHORTEST(2_000),
    TITLE_LONGEST(150_000),
    DESCRIPTION_LONGEST(5_000_000),
    /** Pixels, the shorter side. */
    PICTURE_SHORTEST_SIDE(100_000),
    /** Pixels, width by height. */
    PICTURE_MOST_PIXELS(64_000_000_000L),
    /** Bytes. */
    PICTURE_LARGEST_FILE(16_000_000_000L),
    PICTURES_FEWEST(1_000),
    PICTURES_MOST(11_000),
    /** Bits of 64 in which the likeness of two pictures may differ and still be the same picture; at most 3. */
    PICTURE_SAME_BITS(3_000),
    STOCK_HIGHEST(1_000_000_000),
    /** Dearest over cheapest variant. */
    VARIANT_PRICE_RATIO(20_000),
    /** Robust standard deviations of the logarithm of the price. */
    PRICE_REVIEW_DEVIATIONS(3_500),
    PRICE_BLOCK_DEVIATIONS(6_000),
    /** Times above or below the usual price. */
    PRICE_BLOCK_FACTOR(10_000),
    /** The least deviation assumed of a sub-category, natural logarithm. */
    PRICE_FLOOR(250),
    /** Below so many known prices a sub-category has no usual price. */
    PRICE_FEWEST(8_000),
    /** Times dearer or cheaper than it was up to which a published price changes unseen. */
    PRICE_JUMP_FACTOR(3_000);

    private final long thousandths;

    Limit(long thousandths) {
        this.thousandths = thousandths;
    }

    /** What holds where a rule set says nothing, in thousandths. */
    long usual() {
        return thousandths;
    }

    /** As it is written in a rule set. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
