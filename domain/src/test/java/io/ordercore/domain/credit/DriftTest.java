package io.ordercore.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DriftTest {
    @ParameterizedTest
    @ValueSource(ints = {50, 200, 800, 2000, 5000})
    void a_merchant_as_expected_is_suspected_at_most_about_once_a_year(int yearlyOrders) {
        int years = 2_000_000 / yearlyOrders;
        Drift drift = simulate(yearlyOrders, 100_000_000, 10, years * yearlyOrders);
        assertThat((double) drift.alarms() / years).isLessThan(1.3);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 2000})
    void a_doubled_risk_is_noticed_within_the_year(int yearlyOrders) {
        int noticed = 0;
        for (int merchant = 0; merchant < 200; merchant++) {
            Drift drift = Drift.NONE;
            Random random = new Random(merchant);
            for (int order = 0; order < yearlyOrders; order++) {
                drift = drift.after(100_000_000, random.nextInt(100) < 20, yearlyOrders);
            }
            noticed += drift.alarms() > 0 ? 1 : 0;
        }
        assertThat(noticed).isGreaterThan(190);
    }

    private static Drift simulate(int yearlyOrders, long expected, int badPerCent, int orders) {
        Random random = new Random(11);
        Drift drift = Drift.NONE;
        for (int order = 0; order < orders; order++) {
            drift = drift.after(expected, random.nextInt(100) < badPerCent, yearlyOrders);
        }
        return drift;
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "85, 2", "86, 3", "285, 3", "286, 4", "240000, 10", "240001, 11"})
    void the_level_grows_with_the_orders_of_a_year(long yearlyOrders, int level) {
        assertThat(Drift.level(yearlyOrders)).isEqualTo(level);
    }

    @Test
    void reaching_the_level_is_an_alarm_and_starts_again() {
        Drift once = Drift.NONE.after(0, true, 10);
        assertThat(once.alarms()).isZero();
        assertThat(once.after(0, true, 10)).isEqualTo(new Drift(0, 1));
    }
}
