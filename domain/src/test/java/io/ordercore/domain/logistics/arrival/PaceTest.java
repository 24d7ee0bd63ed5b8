package io.ordercore.domain.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaceTest {
    @Test
    void a_region_where_parcels_wait_is_slower_than_one_where_they_arrive() {
        Pace pace = new Pace();
        for (int i = 0; i < 100; i++) {
            pace.add("SP", 1, true);
            pace.add("RJ", 2, i % 2 == 0);
        }

        assertThat(pace.in("RJ")).isGreaterThan(2);
        assertThat(pace.in("SP")).isLessThan(1.5);
        assertThat(pace.in("unheard of")).isEqualTo(2);
    }

    @Test
    void before_anything_arrived_it_is_the_usual_one() {
        Pace pace = new Pace();
        pace.add("SP", 3, false);

        assertThat(pace.in("SP")).isEqualTo(1);
    }
}
