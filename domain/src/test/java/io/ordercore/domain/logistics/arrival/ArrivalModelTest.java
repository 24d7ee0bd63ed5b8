package io.ordercore.domain.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArrivalModelTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Lane NEAR = new Lane("GD", "GD", "51");
    private static final Lane FAR = new Lane("GD", "XJ", "83");

    @Test
    void cutting_the_history_at_a_moment_changes_nothing_learned_before_it() {
        List<Journey> history = history(400, NOW.plus(Duration.ofDays(60)));
        for (int days = 0; days <= 60; days += 7) {
            Instant moment = NOW.plus(Duration.ofDays(days));
            List<Journey> cut = history.stream()
                    .map(it -> it.asKnownAt(moment))
                    .filter(Objects::nonNull)
                    .toList();
            for (Lane lane : List.of(NEAR, FAR)) {
                assertThat(ArrivalModel.learn(history, moment).forecast("m1", lane, moment))
                        .isEqualTo(ArrivalModel.learn(cut, moment).forecast("m1", lane, moment));
                assertThat(ArrivalModel.learn(history, moment).lateRisk(lane, moment, moment.plusSeconds(86_400)))
                        .isEqualTo(ArrivalModel.learn(cut, moment).lateRisk(lane, moment, moment.plusSeconds(86_400)));
            }
        }
    }

    @Test
    void a_far_lane_takes_longer_and_the_promise_comes_after_the_expectation() {
        ArrivalModel model = ArrivalModel.learn(history(400, NOW), NOW);
        ArrivalForecast near = model.forecast("m1", NEAR, NOW);
        ArrivalForecast far = model.forecast("m1", FAR, NOW);
        assertThat(far.expected()).isAfter(near.expected());
        assertThat(near.promised()).isAfter(near.expected());
        assertThat(near.asOf()).isEqualTo(NOW);
    }

    @Test
    void a_lane_never_seen_is_judged_by_what_lies_around_it() {
        ArrivalModel model = ArrivalModel.learn(history(400, NOW), NOW);
        assertThat(model.forecast("nobody", new Lane("HL", "XJ", "99"), NOW).expected())
                .isAfter(model.forecast("nobody", NEAR, NOW).expected());
    }

    @Test
    void a_jam_that_has_delivered_nothing_yet_already_lengthens_the_promise() {
        List<Journey> calm = history(400, NOW);
        List<Journey> jammed = new ArrayList<>(calm);
        for (int i = 0; i < 300; i++) {
            Instant bought = NOW.minus(Duration.ofDays(14)).plusSeconds(i * 600L);
            jammed.add(new Journey("m1", NEAR, bought, bought.plusSeconds(86_400), null));
        }
        assertThat(ArrivalModel.learn(jammed, NOW).forecast("m1", NEAR, NOW).promised())
                .isAfter(ArrivalModel.learn(calm, NOW).forecast("m1", NEAR, NOW).promised());
    }

    @Test
    void what_never_arrives_does_not_lengthen_the_promise_to_those_whose_parcels_do() {
        List<Journey> all = history(2_000, NOW);
        List<Journey> oneInTenLost = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Journey it = all.get(i);
            oneInTenLost.add(
                    i % 10 == 0 ? new Journey(it.merchant(), it.lane(), it.bought(), it.handedOver(), null) : it);
        }

        assertThat(ArrivalModel.learn(oneInTenLost, NOW)
                        .forecast("m1", FAR, NOW)
                        .promised())
                .isCloseTo(
                        ArrivalModel.learn(all, NOW).forecast("m1", FAR, NOW).promised(), within(2, ChronoUnit.DAYS));
    }

    @Test
    void what_is_on_its_way_is_expected_later_the_longer_it_takes_and_never_in_the_past() {
        ArrivalModel model = ArrivalModel.learn(history(400, NOW), NOW);
        Instant handedOver = NOW.minus(Duration.ofDays(30));
        Instant before = handedOver;
        for (int days = 0; days <= 20; days += 2) {
            Instant now = handedOver.plus(Duration.ofDays(days));
            ArrivalForecast said = model.onTheWay(NEAR, handedOver, now);
            assertThat(said.expected()).isAfter(now).isAfterOrEqualTo(before);
            assertThat(said.promised()).isAfterOrEqualTo(said.expected());
            assertThat(said.asOf()).isEqualTo(now);
            before = said.expected();
        }
        assertThat(model.onTheWay(NEAR, NOW, NOW).expected())
                .isBefore(model.onTheWay(FAR, NOW, NOW).expected());
        assertThat(model.journeys()).isBetween(350, 400);
    }

    @Test
    void the_risk_grows_as_the_deadline_nears() {
        ArrivalModel model = ArrivalModel.learn(history(400, NOW), NOW);
        Instant deadline = NOW.plus(Duration.ofDays(10));
        assertThat(model.lateRisk(FAR, NOW.plus(Duration.ofDays(5)), deadline))
                .isGreaterThan(model.lateRisk(FAR, NOW, deadline));
    }

    @Test
    void without_any_history_there_is_nothing_to_say() {
        assertThatThrownBy(() -> ArrivalModel.learn(List.of(), NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Journey> history(int journeys, Instant until) {
        Random random = new Random(3);
        List<Journey> history = new ArrayList<>();
        Instant start = NOW.minus(Duration.ofDays(100));
        long span = Duration.between(start, until).toSeconds();
        for (int i = 0; i < journeys; i++) {
            Instant bought = start.plusSeconds(span * i / journeys);
            boolean far = random.nextInt(3) == 0;
            Instant handedOver = bought.plusSeconds(40_000 + random.nextInt(90_000));
            long transit = (long) (far ? 600_000 : 150_000) + random.nextInt(far ? 500_000 : 200_000);
            history.add(new Journey(
                    "m" + random.nextInt(4), far ? FAR : NEAR, bought, handedOver, handedOver.plusSeconds(transit)));
        }
        return history;
    }

    @Test
    void where_everything_takes_four_days_it_takes_four_days() {
        ArrivalModel model = ArrivalModel.learn(everyHour("m1", NEAR, 4), NOW);
        ArrivalForecast forecast = model.forecast("m1", NEAR, NOW);

        assertThat(days(NOW, forecast.expected())).isCloseTo(4, within(0.02));
        assertThat(days(NOW, forecast.promised())).isCloseTo(4, within(0.02));
    }

    /** Sixty journeys of twice the time, shrunk by twenty: 2^(60/80). */
    @Test
    void a_slow_seller_is_slower_by_its_own_factor() {
        List<Journey> history = new ArrayList<>(everyHour("m1", NEAR, 4));
        for (int i = 0; i < 60; i++) {
            Instant bought = NOW.minus(Duration.ofDays(20 + i));
            history.add(new Journey("slow", NEAR, bought, bought.plus(DAY), bought.plus(Duration.ofDays(8))));
        }
        ArrivalModel model = ArrivalModel.learn(history, NOW);
        double usual = days(NOW, model.forecast("m1", NEAR, NOW).expected());

        assertThat(days(NOW, model.forecast("slow", NEAR, NOW).expected()) / usual)
                .isCloseTo(Math.pow(2, 0.75), within(0.02));
        assertThat(days(NOW, model.forecast("nobody", NEAR, NOW).expected())).isCloseTo(usual, within(0.01));
    }

    @Test
    void where_nothing_ended_lately_lanes_alone_speak_and_the_promise_is_twice_as_long() {
        Instant bought = NOW.minus(Duration.ofDays(80));
        ArrivalModel model = ArrivalModel.learn(
                List.of(new Journey("m1", NEAR, bought, bought.plus(DAY), bought.plus(Duration.ofDays(4)))), NOW);
        ArrivalForecast forecast = model.forecast("m1", NEAR, NOW);

        assertThat(days(NOW, forecast.expected())).isCloseTo(4, within(0.02));
        assertThat(days(NOW, forecast.promised())).as("(4 + 3) x 2").isCloseTo(14, within(0.02));
    }

    @Test
    void the_risk_is_the_transit_in_units_of_the_time_left() {
        ArrivalModel model = ArrivalModel.learn(everyHour("m1", NEAR, 4), NOW);

        assertThat(model.staticRisk(NEAR, NOW, NOW.plus(Duration.ofDays(6)))).isCloseTo(0.5, within(1e-6));
        assertThat(model.staticRisk(NEAR, NOW, NOW.minus(DAY)))
                .as("a second left, at least")
                .isCloseTo(3 * 86_400, within(1.0));
        assertThat(model.lateRisk(NEAR, NOW, NOW.plus(Duration.ofDays(6))))
                .as("nothing is slower than usual")
                .isCloseTo(0.5, within(0.02));
    }

    @Test
    void parcels_that_do_not_move_make_their_region_riskier_than_others() {
        List<Journey> history = new ArrayList<>(everyHour("m1", NEAR, 4));
        history.addAll(everyHour("m1", FAR, 4));
        for (int i = 0; i < 200; i++) {
            Instant bought = NOW.minus(Duration.ofDays(12)).plusSeconds(i * 60L);
            history.add(new Journey("m1", FAR, bought, bought.plus(DAY), null));
        }
        ArrivalModel model = ArrivalModel.learn(history, NOW);
        Instant deadline = NOW.plus(Duration.ofDays(6));

        assertThat(model.lateRisk(FAR, NOW, deadline) / model.staticRisk(FAR, NOW, deadline))
                .isGreaterThan(1.8);
        assertThat(model.lateRisk(NEAR, NOW, deadline) / model.staticRisk(NEAR, NOW, deadline))
                .isLessThan(1.25);
    }

    @Test
    void what_a_jam_left_behind_says_nothing_of_today() {
        List<Journey> history = everyHour("m1", NEAR, 4);
        double usual = ArrivalModel.learn(history, NOW).lateRisk(NEAR, NOW, NOW.plus(Duration.ofDays(6)));
        List<Journey> lost = new ArrayList<>(history);
        for (int i = 0; i < 200; i++) {
            Instant bought = NOW.minus(Duration.ofDays(40)).plusSeconds(i * 60L);
            lost.add(new Journey("m1", NEAR, bought, bought.plus(DAY), null));
        }

        assertThat(ArrivalModel.learn(lost, NOW).lateRisk(NEAR, NOW, NOW.plus(Duration.ofDays(6))))
                .isLessThanOrEqualTo(usual);
    }

    @Test
    void hardly_a_parcel_is_expected_on_a_day_on_which_none_arrives() {
        List<Journey> history = new ArrayList<>();
        for (Journey it : everyHour("m1", NEAR, 4)) {
            Instant arrived =
                    it.bought().plus(Duration.ofDays(isSunday(it.bought().plus(Duration.ofDays(4))) ? 5 : 4));
            history.add(new Journey("m1", NEAR, it.bought(), it.handedOver(), arrived));
        }
        ArrivalModel model = ArrivalModel.learn(history, NOW);

        assertThat(IntStream.range(0, 168)
                        .mapToObj(hour -> model.forecast("m1", NEAR, NOW.plus(Duration.ofHours(hour))))
                        .filter(it -> isSunday(it.expected())))
                .as("of the purchases of a week; 24 if days were all alike")
                .hasSizeLessThan(12);
    }

    private static boolean isSunday(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    @Test
    void where_no_hand_over_is_known_no_risk_is() {
        Instant bought = NOW.minus(Duration.ofDays(40));
        ArrivalModel model = ArrivalModel.learn(
                List.of(new Journey("m1", NEAR, bought, null, bought.plus(Duration.ofDays(4)))), NOW);

        assertThat(model.lateRisk(NEAR, NOW, NOW.plus(DAY))).isZero();
    }

    @Test
    void it_learns_from_what_ended_in_the_last_120_days() {
        Instant first = NOW.minus(Duration.ofDays(120));
        Journey last = new Journey("m1", NEAR, first.minus(DAY), first.minus(DAY), first);
        Journey before = new Journey("m1", NEAR, first.minus(DAY), first.minus(DAY), first.minusSeconds(1));

        assertThat(ArrivalModel.learn(List.of(last), NOW)
                        .forecast("m1", NEAR, NOW)
                        .expected())
                .isCloseTo(NOW.plus(DAY), within(1, ChronoUnit.MINUTES));
        assertThatThrownBy(() -> ArrivalModel.learn(List.of(before), NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    /** One an hour, handed over after a day, each delivered after so many: fourteen whole weeks of arrivals. */
    private static List<Journey> everyHour(String merchant, Lane lane, int days) {
        List<Journey> history = new ArrayList<>();
        for (int hour = 1; hour <= 24 * days + 14 * 168; hour++) {
            Instant bought = NOW.minus(Duration.ofHours(hour));
            history.add(new Journey(merchant, lane, bought, bought.plus(DAY), bought.plus(Duration.ofDays(days))));
        }
        return history;
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / 86_400.0;
    }
}
