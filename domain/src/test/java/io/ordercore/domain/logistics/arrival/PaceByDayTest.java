package io.ordercore.domain.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaceByDayTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final double USUAL = Duration.ofDays(2).toSeconds();

    @Test
    void it_rises_while_orders_wait_and_not_only_when_they_have_arrived() {
        PaceByDay pace = new PaceByDay(NOW);
        for (int ago = 1; ago < 110; ago++) {
            Instant bought = NOW.minus(Duration.ofDays(ago));
            boolean stuck = ago < 10;
            pace.add("SP", bought, stuck ? NOW : bought.plus(Duration.ofDays(2)), USUAL, !stuck && ago > 2);
        }

        assertThat(pace.at("SP", NOW)).isGreaterThan(1.5);
        assertThat(pace.at("SP", NOW.minus(Duration.ofDays(60)))).isLessThan(1);
    }

    @Test
    void where_nothing_arrived_it_is_the_usual_one() {
        PaceByDay pace = new PaceByDay(NOW);
        pace.add("SP", NOW.minus(Duration.ofDays(3)), NOW, USUAL, false);

        assertThat(pace.at("SP", NOW)).isEqualTo(1);
    }

    /** By hand: 1.5 days for one usual day ten days ago, 2 days sixty days ago; 3.5 for two arrivals in all. */
    @Test
    void time_under_way_is_counted_by_the_day_it_was_spent_on() {
        PaceByDay pace = new PaceByDay(NOW);
        double usual = Duration.ofDays(1).toSeconds();
        pace.add("SP", ago(10 * 24), ago(8 * 24 + 12), usual, true);
        pace.add("SP", ago(60 * 24), ago(58 * 24), usual, true);

        assertThat(pace.at("SP", NOW)).isCloseTo(1.5 / 1.75, within(1e-12));
        assertThat(pace.at("SP", NOW.plusSeconds(86_400))).as("not known yet").isCloseTo(1.5 / 1.75, within(1e-12));
        assertThat(pace.at("SP", ago(50 * 24))).isCloseTo(2 / 1.75, within(1e-12));
        assertThat(pace.at("SP", ago(200 * 24))).as("nothing is known of then").isEqualTo(1);
    }

    @Test
    void what_arrived_more_than_120_days_ago_counts_no_more() {
        double usual = Duration.ofDays(2).toSeconds();
        PaceByDay forgotten = new PaceByDay(NOW);
        forgotten.add("SP", ago(10 * 24), ago(8 * 24), usual, true);
        forgotten.add("SP", ago(125 * 24), ago(120 * 24), usual, true);
        assertThat(forgotten.at("SP", NOW)).isEqualTo(1);

        PaceByDay counted = new PaceByDay(NOW);
        counted.add("SP", ago(10 * 24), ago(8 * 24), usual, true);
        counted.add("SP", ago(122 * 24), ago(119 * 24), usual, true);
        assertThat(counted.at("SP", NOW)).as("1 against (1 + 0.5) / 2").isCloseTo(1 / 0.75, within(1e-12));
        assertThat(counted.at("SP", ago(119 * 24))).as("0.5 against 0.75").isCloseTo(0.5 / 0.75, within(1e-12));
    }

    /** By hand: in all 2 usual times for 2 arrivals; there (1.5 + 30) / (1 + 30), elsewhere (0.5 + 30) / (1 + 30). */
    @Test
    void a_region_with_few_arrivals_leans_on_all_regions() {
        PaceByDay pace = new PaceByDay(NOW);
        pace.add("SP", ago(10 * 24), ago(7 * 24), USUAL, true);
        pace.add("RJ", ago(10 * 24), ago(9 * 24), USUAL, true);

        assertThat(pace.at("SP", NOW)).isCloseTo(31.5 / 31, within(1e-12));
        assertThat(pace.at("RJ", NOW)).isCloseTo(30.5 / 31, within(1e-12));
        assertThat(pace.at("unheard of", NOW)).isEqualTo(1);
    }

    @Test
    void a_region_where_parcels_wait_is_slower_than_one_where_they_arrive() {
        PaceByDay pace = new PaceByDay(NOW);
        for (int i = 0; i < 100; i++) {
            pace.add("SP", ago(4 * 24), ago(2 * 24), USUAL, true);
            pace.add("RJ", ago(4 * 24), NOW, USUAL, i % 2 == 0);
        }

        assertThat(pace.at("RJ", NOW)).isGreaterThan(2 * pace.at("SP", NOW));
    }

    /** By hand: of five usual times two, then one: 1 against 3 / 2. */
    @Test
    void a_journey_counts_until_twice_its_usual_time() {
        PaceByDay pace = new PaceByDay(NOW);
        pace.add("SP", ago(90 * 24), ago(80 * 24), USUAL, true);
        pace.add("SP", ago(10 * 24), ago(8 * 24), USUAL, true);

        assertThat(pace.at("SP", NOW)).isCloseTo(1 / 1.5, within(1e-12));
    }

    private static Instant ago(long hours) {
        return NOW.minus(Duration.ofHours(hours));
    }
}
