package io.ordercore.domain.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArrivalModelTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
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
}
