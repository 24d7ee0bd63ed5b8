package io.ordercore.bootstrap.bench;

import io.ordercore.bootstrap.bench.load.LoadReport;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One run of the load generator against the server.
 *
 * @param series runs that differ in their connections only
 * @param residentMegabytes of the server when it ended
 * @param serverCores cores the server kept busy
 * @param compilerCores of them its just-in-time compiler
 * @param databaseCores cores PostgreSQL kept busy
 * @param bytesPerAnswer what the server's JVM allocated
 */
record Measured(
        String series,
        int connections,
        LoadReport report,
        long residentMegabytes,
        double serverCores,
        double compilerCores,
        double databaseCores,
        double bytesPerAnswer) {
    static final String TABLE_HEAD = String.format(
            Locale.ROOT,
            "%-34s %5s %8s %6s %8s %8s %8s %9s %5s %5s %5s %5s %8s  %s",
            "run",
            "conns",
            "rate/s",
            "ratio",
            "p50 ms",
            "p99",
            "p99.9",
            "refused/s",
            "MB",
            "cpu",
            "jit",
            "db",
            "B/answer",
            "answers");
    static final String CSV_HEAD =
            "run,connections,rate,ratio,p50,p99,p999,worst,refused_rate,refused_p50,refused_p99,resident_mb,server_cores,"
                    + "compiler_cores,database_cores,bytes_per_answer,statuses";

    double rate() {
        return report.rate();
    }

    /** A line for people; the ratio is to a rate of pgbench, or of an earlier run. */
    String tableRow(double reference) {
        return String.format(
                Locale.ROOT,
                "%-34s %5d %8.0f %6s %8.2f %8.2f %8.2f %9.0f %5d %5.2f %5.2f %5.2f %8.0f  %s",
                series,
                connections,
                rate(),
                reference > 0 ? String.format(Locale.ROOT, "%.2f", rate() / reference) : "",
                report.accepted().p50(),
                report.accepted().p99(),
                report.accepted().p999(),
                report.refused().count() / report.seconds(),
                residentMegabytes,
                serverCores,
                compilerCores,
                databaseCores,
                bytesPerAnswer,
                statuses());
    }

    String csvRow(double reference) {
        return String.format(
                Locale.ROOT,
                "%s,%d,%.1f,%.3f,%.3f,%.3f,%.3f,%.3f,%.1f,%.3f,%.3f,%d,%.3f,%.3f,%.3f,%.0f,%s",
                series,
                connections,
                rate(),
                reference > 0 ? rate() / reference : 0,
                report.accepted().p50(),
                report.accepted().p99(),
                report.accepted().p999(),
                report.accepted().worst(),
                report.refused().count() / report.seconds(),
                report.refused().p50(),
                report.refused().p99(),
                residentMegabytes,
                serverCores,
                compilerCores,
                databaseCores,
                bytesPerAnswer,
                statuses());
    }

    private String statuses() {
        return report.statuses().entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
