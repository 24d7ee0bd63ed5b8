package io.ordercore.domain.catalog.review;

import io.ordercore.domain.catalog.CategoryPath;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log-prices of one sub-category in one currency, by category and brand; logarithms in millionths. */
final class PricesOfSubCategory {
    private static final int HALF_WEIGHT_CATEGORY = 10;
    private static final int HALF_WEIGHT_BRAND = 5;
    private static final int SPREAD_PERCENTILE = 80;
    /** The same percentile of a standard normal distribution's distance from its mean, in ten-thousandths. */
    private static final int NORMAL_PERCENTILE = 12_816;
    /** The spread is measured again when so many per cent have changed. */
    private static final int STALE_PERCENT = 2;

    private static final class Category {
        private final PriceBins all = new PriceBins();
        private final Map<String, PriceBins> byBrand = new HashMap<>();
    }

    private final PriceBins all = new PriceBins();
    private final Map<CategoryPath, Category> categories = new HashMap<>();
    private long spread;
    private long changesSinceMeasured = Integer.MAX_VALUE;

    void count(CategoryPath path, String brand, long logarithm, int count) {
        int bin = PriceBins.binOf(logarithm);
        Category category = categories.computeIfAbsent(path, key -> new Category());
        all.add(bin, count);
        category.all.add(bin, count);
        category.byBrand.computeIfAbsent(brand, key -> new PriceBins()).add(bin, count);
        changesSinceMeasured++;
    }

    PriceNorm normFor(CategoryPath path, String brand) {
        if (all.total() == 0) {
            return PriceNorm.UNKNOWN;
        }
        Category category = categories.get(path);
        long centre = category == null ? all.median() : centre(all.median(), category, category.byBrand.get(brand));
        return new PriceNorm(centre, spread(), all.total());
    }

    private long spread() {
        if (changesSinceMeasured * 100 > (long) STALE_PERCENT * all.total()) {
            spread = measuredSpread();
            changesSinceMeasured = 0;
        }
        return spread;
    }

    private long measuredSpread() {
        PriceBins distances = new PriceBins();
        long median = all.median();
        for (Category category : categories.values()) {
            for (PriceBins brand : category.byBrand.values()) {
                brand.addDistances(centre(median, category, brand), distances);
            }
        }
        return distances.percentile(SPREAD_PERCENTILE) * 10_000 / NORMAL_PERCENTILE;
    }

    private static long centre(long median, Category category, @Nullable PriceBins brand) {
        long centre = drawn(median, category.all, HALF_WEIGHT_CATEGORY);
        return brand == null ? centre : drawn(centre, brand, HALF_WEIGHT_BRAND);
    }

    private static long drawn(long centre, PriceBins towards, int halfWeight) {
        long count = towards.total();
        return (count * towards.median() + halfWeight * centre) / (count + halfWeight);
    }
}
