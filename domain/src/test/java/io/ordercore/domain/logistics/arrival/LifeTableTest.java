package io.ordercore.domain.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LifeTableTest {
    @Test
    void when_all_are_seen_from_the_start_to_the_end_it_is_the_quantile() {
        LifeTable table = new LifeTable();
        for (int age = 1; age <= 10; age++) {
            table.add(0, age, true);
        }

        assertThat(table.quantile(0.45)).isEqualTo(5);
        assertThat(table.quantile(0.85)).isEqualTo(9);
    }

    @Test
    void what_is_still_on_its_way_counts_as_at_least_so_long() {
        LifeTable table = new LifeTable();
        for (int age = 1; age <= 10; age++) {
            table.add(0, age, age <= 5);
        }

        assertThat(table.quantile(0.45)).isEqualTo(5);
        assertThat(table.quantile(0.9)).isEqualTo(5);
    }

    @Test
    void what_was_found_late_is_at_risk_only_from_then_on() {
        LifeTable table = new LifeTable();
        for (int age = 1; age <= 10; age++) {
            table.add(0, age, true);
            table.add(8.5, 20, false);
        }

        assertThat(table.quantile(0.45)).isEqualTo(5);
        assertThat(table.quantile(0.9)).isEqualTo(10);
    }

    @Test
    void when_nothing_ended_nothing_is_said() {
        LifeTable table = new LifeTable();
        table.add(0, 3, false);

        assertThat(table.quantile(0.5)).isNaN();
    }

    @Test
    void what_ended_at_an_age_was_still_at_risk_with_what_was_only_seen_until_then() {
        LifeTable table = new LifeTable();
        table.add(0, 5, false);
        table.add(0, 5, true);
        table.add(0, 10, true);
        table.add(0, 10, true);

        assertThat(table.quantile(0.25)).as("one of four").isEqualTo(5);
        assertThat(table.quantile(0.3)).isEqualTo(10);
    }

    @Test
    void what_was_found_at_an_age_is_not_at_risk_at_it() {
        LifeTable table = new LifeTable();
        table.add(0, 3, true);
        table.add(0, 20, true);
        for (int i = 0; i < 5; i++) {
            table.add(3, 9, false);
        }

        assertThat(table.quantile(0.4)).as("one of two, not one of three").isEqualTo(3);
    }

    @Test
    void what_ended_when_it_was_found_ended_just_after() {
        LifeTable table = new LifeTable();
        table.add(5, 5, true);
        table.add(5, 5, true);

        assertThat(table.quantile(0.5)).isGreaterThan(5).isLessThan(5.001);
    }
}
