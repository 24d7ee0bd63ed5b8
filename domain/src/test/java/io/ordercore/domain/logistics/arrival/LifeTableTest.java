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
}
