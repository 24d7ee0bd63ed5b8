package io.ordercore.bootstrap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench}: measures, in one run on one machine, the database alone and then the server on it. */
@Command(
        name = "bench",
        description = "Measures how many orders this machine takes: pgbench alone, then the server over HTTP.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--full",
            description = "Ten seconds a run, growth to five million orders, crashes, ten minutes at 80 %%.")
    private boolean full;

    @Option(names = "--only", split = ",", description = "Some parts: ${COMPLETION-CANDIDATES}.")
    private @Nullable List<BenchPart> only;

    @Option(names = "--seconds", description = "Length of a run [3, or 10 with --full].")
    private @Nullable Integer seconds;

    @Option(
            names = "--soak-minutes",
            defaultValue = "10",
            description = "Length of the run at 80 %% [${DEFAULT-VALUE}].")
    private int soakMinutes;

    @Option(
            names = "--orders",
            split = ",",
            defaultValue = "1000000,5000000",
            description = "Orders stored in GROWTH [${DEFAULT-VALUE}].")
    private List<Integer> growth = List.of();

    @Option(names = "--keep", description = "Keep the database and the server's log.")
    private boolean keep;

    @Option(names = "--pgbench", defaultValue = "pgbench", description = "The pgbench program [${DEFAULT-VALUE}].")
    private String pgbench = "pgbench";

    @Option(
            names = "--out",
            defaultValue = "bench-results",
            description =
                    "Directory of the database while it runs, and of results.csv and results.svg [${DEFAULT-VALUE}].")
    private Path out = Path.of("bench-results");

    @Override
    public Integer call() {
        PrintWriter report = spec.commandLine().getOut();
        try {
            Files.createDirectories(out);
            Path directory = Files.createTempDirectory(out.toAbsolutePath(), "run-");
            try {
                run(directory, report);
            } finally {
                if (!keep) {
                    delete(directory);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private void run(Path directory, PrintWriter report) throws IOException {
        int length = seconds == null ? full ? 10 : 3 : seconds;
        BenchResults results = new BenchResults(report);
        try (BenchDatabase database = BenchDatabase.in(directory)) {
            PgBench floor = new PgBench(database, pgbench, directory, length);
            try (Bench bench = new Bench(database, floor, directory, Duration.ofSeconds(length), results)) {
                for (BenchPart part : parts()) {
                    part.run(bench, this);
                }
            }
        }
        results.write(out);
        report.printf("%s%n", out.resolve("results.csv"));
        report.flush();
    }

    private Set<BenchPart> parts() {
        if (only != null) {
            return EnumSet.copyOf(only);
        }
        return full ? EnumSet.allOf(BenchPart.class) : BenchPart.QUICK;
    }

    Duration soak() {
        return Duration.ofMinutes(soakMinutes);
    }

    List<Integer> growth() {
        return growth;
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
