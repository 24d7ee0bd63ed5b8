package io.ordercore.bootstrap.bench.load;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a run went; travels from the generator's process as one line. Times are milliseconds, rates answers per second.
 *
 * @param seconds from the first measured request until the last answer
 * @param statuses how many answers had which HTTP status; 0 is a connection that was lost
 */
public record LoadReport(double seconds, Answers accepted, Answers refused, Map<Integer, Long> statuses) {

    /** Answers below 300 (accepted), or the others. */
    public record Answers(long count, double p50, double p99, double p999, double worst) {
        static Answers of(Latencies latencies) {
            return new Answers(
                    latencies.count(),
                    latencies.millis(0.5),
                    latencies.millis(0.99),
                    latencies.millis(0.999),
                    latencies.worstMillis());
        }

        private String line() {
            return String.format(Locale.ROOT, "%d,%.3f,%.3f,%.3f,%.3f", count, p50, p99, p999, worst);
        }

        private static Answers parse(String text) {
            String[] parts = text.split(",", -1);
            return new Answers(
                    Long.parseLong(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]),
                    Double.parseDouble(parts[4]));
        }
    }

    public LoadReport {
        statuses = new TreeMap<>(statuses);
    }

    /** Accepted answers per second. */
    public double rate() {
        return accepted.count() / seconds;
    }

    public long answers(int status) {
        return statuses.getOrDefault(status, 0L);
    }

    String line() {
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "seconds=%.4f", seconds));
        line.append(" accepted=").append(accepted.line());
        line.append(" refused=").append(refused.line());
        statuses.forEach(
                (status, count) -> line.append(" s").append(status).append('=').append(count));
        return line.toString();
    }

    /** Reads the line the generator printed. */
    public static LoadReport parse(String line) {
        Map<String, String> values = new HashMap<>();
        Map<Integer, Long> statuses = new TreeMap<>();
        for (String word : line.split(" ", -1)) {
            String name = word.substring(0, word.indexOf('='));
            String value = word.substring(name.length() + 1);
            values.put(name, value);
            if (name.matches("s[0-9]+")) {
                statuses.put(Integer.valueOf(name.substring(1)), Long.valueOf(value));
            }
        }
        return new LoadReport(
                Double.parseDouble(values.getOrDefault("seconds", "0")),
                Answers.parse(values.getOrDefault("accepted", "0,0,0,0,0")),
                Answers.parse(values.getOrDefault("refused", "0,0,0,0,0")),
                statuses);
    }
}
