package io.ordercore.domain.catalog.review;

import io.ordercore.domain.catalog.CategoryPath;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The prices of live listings, counted so that what is usual can be asked at any moment: by currency and sub-category (the first
 * two names of a path), inside it by category and by brand.
 *
 * <p>The usual price is the median of the sub-category, drawn towards the median of the category and of the brand in it, the
 * more the more prices those have (10 and 5 prices count half). The spread is the 80th percentile of all distances from the
 * usual price in the sub-category, over 1.2816 (the same quantile of a normal distribution): as deaf to a few wild prices as
 * the median distance, but not blind to honest heavy tails. Not safe for use by several threads at once.
 */
public final class PriceStatistics {
    private static final int SUB_CATEGORY_DEPTH = 2;

    private record GroupKey(CurrencyUnit currency, CategoryPath subCategory) {}

    private final Map<GroupKey, PricesOfSubCategory> subCategories = new HashMap<>();

    private PriceStatistics() {}

    /** Statistics of no prices. */
    public static PriceStatistics empty() {
        return new PriceStatistics();
    }

    /** Counts a price. */
    public void add(CategoryPath category, String brand, Money price) {
        count(category, brand, price, 1);
    }

    /** Counts a price that several variants have. */
    public void add(CategoryPath category, String brand, Money price, int variants) {
        count(category, brand, price, variants);
    }

    /** Takes back a price counted before. */
    public void remove(CategoryPath category, String brand, Money price) {
        count(category, brand, price, -1);
    }

    /** What goods of a category and brand usually cost in a currency. */
    public PriceNorm normFor(CategoryPath category, String brand, CurrencyUnit currency) {
        PricesOfSubCategory prices = subCategories.get(key(category, currency));
        return prices == null ? PriceNorm.UNKNOWN : prices.normFor(category, PlainText.of(brand));
    }

    private void count(CategoryPath category, String brand, Money price, int count) {
        subCategories
                .computeIfAbsent(key(category, price.getCurrencyUnit()), key -> new PricesOfSubCategory())
                .count(category, PlainText.of(brand), PriceNorm.logarithmOf(price), count);
    }

    private static GroupKey key(CategoryPath category, CurrencyUnit currency) {
        return new GroupKey(currency, category.upTo(SUB_CATEGORY_DEPTH));
    }
}
