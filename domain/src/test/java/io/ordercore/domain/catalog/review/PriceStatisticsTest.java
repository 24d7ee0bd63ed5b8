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
}
