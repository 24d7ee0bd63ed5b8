package io.ordercore.bootstrap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, told as it comes and written down in the end. */
final class BenchResults {
    private final PrintWriter report;
    private final List<String> csv = new ArrayList<>(List.of(Measured.CSV_HEAD));
    private final BenchPlot plot = new BenchPlot();

    BenchResults(PrintWriter report) {
        this.report = report;
    }

    void say(String format, Object... values) {
        report.printf(Locale.ROOT, format + "%n", values);
        report.flush();
    }

    /** A rate of pgbench. */
    void add(String script, int clients, double rate) {
        say("pgbench %-26s %5d %8.0f", script, clients, rate);
        csv.add(String.format(Locale.ROOT, "pgbench %s,%d,%.1f,,,,,,,,,,,,,,", script, clients, rate));
        plot.add("pgbench " + script, clients, rate);
    }

    /** A run of the server, compared with a rate. */
    void add(Measured run, double reference) {
        say("%s", run.tableRow(reference));
        csv.add(run.csvRow(reference));
        plot.add(run.series(), run.connections(), run.rate());
    }

    /** A figure, and the bound it must keep. */
    void figure(String name, double value, String bound, boolean kept) {
        say("  %s  %s: %.2f (%s)", kept ? "yes" : "NO ", name, value, bound);
        csv.add(String.format(Locale.ROOT, "figure: %s,,%.4f,%s,,,,,,,,,,,,,", name, value, kept ? "kept" : "missed"));
    }

    void write(Path directory) throws IOException {
        Files.write(directory.resolve("results.csv"), csv);
        Files.writeString(directory.resolve("results.svg"), plot.svg());
    }
}
