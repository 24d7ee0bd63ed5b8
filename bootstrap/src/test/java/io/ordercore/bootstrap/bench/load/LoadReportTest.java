package io.ordercore.bootstrap.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class LoadReportTest {
    @Test
    void a_plan_and_a_report_survive_the_way_between_processes() {
        LoadPlan plan = LoadPlan.of(20_000, Path.of("tokens"), 8, Duration.ofSeconds(3))
                .at(500)
                .lines(5)
                .seed(7)
                .recording(Path.of("placed"));
        assertThat(LoadPlan.parse(plan.arguments().toArray(String[]::new))).isEqualTo(plan);

        LoadReport report = new LoadReport(
                2.5,
                new LoadReport.Answers(10, 1.5, 2.5, 3.5, 4.5),
                new LoadReport.Answers(1, 1, 1, 1, 1),
                Map.of(201, 10L, 503, 1L));
        assertThat(LoadReport.parse(report.line())).isEqualTo(report);
        assertThat(report.rate()).isEqualTo(4);
        assertThat(report.answers(503)).isEqualTo(1);
    }

    @Test
    void shares_of_latencies_are_right_within_a_step_of_three_per_cent() {
        Latencies latencies = new Latencies();
        for (int millis = 1; millis <= 1_000; millis++) {
            latencies.add(Duration.ofMillis(millis).toNanos());
        }
        assertThat(latencies.millis(0.5)).isCloseTo(500, within(20.0));
        assertThat(latencies.millis(0.99)).isCloseTo(990, within(40.0));
        assertThat(latencies.worstMillis()).isEqualTo(1_000);
        assertThat(new Latencies().millis(0.5)).isZero();
    }
}
