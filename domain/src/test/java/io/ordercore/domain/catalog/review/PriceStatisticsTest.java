package io.ordercore.domain.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.CategoryPath;
import org.assertj.core.data.Percentage;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriceStatisticsTest {
    private static final CategoryPath OILS = CategoryPath.of("Food > Oils > Olive Oil");
    private static final CategoryPath NUT_OIL = CategoryPath.of("Food > Oils > Nut Oil");
    private static final CurrencyUnit CNY = CurrencyUnit.of("CNY");

    @Test
    void nothing_is_known_of_a_category_without_prices() {
        assertThat(PriceStatistics.empty().normFor(OILS, "", CNY)).isEqualTo(PriceNorm.UNKNOWN);
    }

    @Test
    void the_usual_price_is_the_median() {
        PriceStatistics prices = prices("80", "90", "100", "110", "9999");
        PriceNorm norm = prices.normFor(OILS, "nobody", CNY);
        assertThat(Math.exp(norm.centre() / 1e6)).isCloseTo(100, Percentage.withPercentage(2));
    }

    @Test
    void a_price_ten_times_the_usual_one_is_far_off() {
        PriceStatistics prices = prices("80", "85", "90", "95", "100", "105", "110", "115", "120", "125");
        PriceNorm norm = prices.normFor(OILS, "", CNY);
        assertThat(norm.deviations(cny("1000"), 250)).isGreaterThan(6_000);
        assertThat(norm.deviations(cny("10"), 250)).isGreaterThan(6_000);
        assertThat(norm.deviations(cny("100"), 250)).isLessThan(1_000);
        assertThat(norm.factor(cny("1000"))).isBetween(9_000L, 11_000L);
    }

    @Test
    void a_price_taken_back_leaves_no_trace() {
        PriceStatistics without = prices("80", "90", "100");
        PriceStatistics with = prices("80", "90", "100");
        with.add(OILS, "acme", cny("7777"));
        with.remove(OILS, "acme", cny("7777"));
        assertThat(with.normFor(OILS, "x", CNY)).isEqualTo(without.normFor(OILS, "x", CNY));
    }

    @Test
    void prices_of_another_currency_do_not_count() {
        assertThat(prices("80", "90").normFor(OILS, "", CurrencyUnit.EUR)).isEqualTo(PriceNorm.UNKNOWN);
    }

    private static PriceStatistics prices(String... amounts) {
        PriceStatistics prices = PriceStatistics.empty();
        for (String amount : amounts) {
            prices.add(OILS, "", cny(amount));
        }
        return prices;
    }

    private static Money cny(String amount) {
        return Money.parse("CNY " + amount);
    }

    /**
     * Ten olive oils at 100 and twenty nut oils at 200, in bins of logarithms 4.6 and 5.3. By hand: the sub-category's median is
     * 5.3, the category's ten draw it half way to 4.95, the brand's ten two thirds of the way to 4.716666; the percentile of the
     * distances is that of the ten, 0.12.
     */
    @Test
    void the_usual_price_leans_on_category_and_brand_the_more_prices_those_have() {
        PriceStatistics prices = PriceStatistics.empty();
        prices.add(OILS, "Acme", cny("100"), 10);
        prices.add(NUT_OIL, "", cny("200"), 20);

        assertThat(prices.normFor(OILS, "acme", CNY)).isEqualTo(new PriceNorm(4_716_666, 93_632, 30));
        assertThat(prices.normFor(OILS, "Zenith", CNY)).isEqualTo(new PriceNorm(4_950_000, 93_632, 30));
        assertThat(prices.normFor(CategoryPath.of("Food > Oils > Seed Oil"), "", CNY))
                .isEqualTo(new PriceNorm(5_300_000, 93_632, 30));
        assertThat(prices.normFor(NUT_OIL, "", CNY)).isEqualTo(new PriceNorm(5_300_000, 93_632, 30));
        assertThat(prices.normFor(CategoryPath.of("Food > Tea"), "", CNY)).isEqualTo(PriceNorm.UNKNOWN);
    }

    /** 79 at one price and 19 at the tenfold: the 80th percentile is the last near one, until two far ones more are noticed. */
    @Test
    void the_spread_is_measured_again_when_more_than_two_per_cent_changed() {
        PriceStatistics prices = PriceStatistics.empty();
        prices.add(OILS, "", cny("100"), 79);
        prices.add(OILS, "", cny("1000"), 19);
        assertThat(prices.normFor(OILS, "", CNY).spread()).isZero();

        prices.add(OILS, "", cny("1000"));
        prices.add(OILS, "", cny("1000"));
        assertThat(prices.normFor(OILS, "", CNY).spread())
                .as("two of a hundred")
                .isZero();

        prices.add(OILS, "", cny("1000"));
        assertThat(prices.normFor(OILS, "", CNY).spread())
                .as("ln 10 in bins, over 1.2816")
                .isEqualTo(1_794_631);
        assertThat(prices.normFor(OILS, "", CNY).samples()).isEqualTo(101);
    }

    @Test
    void a_deviation_is_measured_in_spreads_but_in_no_less_than_the_least_assumed() {
        PriceNorm scattered = new PriceNorm(4_605_170, 500_000, 100);
        PriceNorm narrow = new PriceNorm(4_605_170, 1_000, 100);

        assertThat(scattered.deviations(cny("200"), 250)).as("ln 2 over 0.5").isEqualTo(1_386);
        assertThat(narrow.deviations(cny("200"), 250)).as("ln 2 over 0.25").isEqualTo(2_772);
        assertThat(narrow.deviations(cny("50"), 250)).isEqualTo(2_772);
    }
}
