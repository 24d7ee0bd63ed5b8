package io.ordercore.bootstrap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench-quotes}: how long a change of a large order takes to be quoted over HTTP, on a server of its own. */
@Command(
        name = "bench-quotes",
        description = "Measures how long the quote of a change to a large order takes over HTTP.",
        mixinStandardHelpOptions = true)
public final class BenchQuotesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--lines", defaultValue = "200", description = "Lines of the order [${DEFAULT-VALUE}].")
    private int lines;

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "1,4",
            description = "Callers at once [${DEFAULT-VALUE}].")
    private List<Integer> connections = List.of();

    @Option(names = "--seconds", defaultValue = "10", description = "Length of a run [${DEFAULT-VALUE}].")
    private int seconds;

    @Override
    public Integer call() {
        PrintWriter report = spec.commandLine().getOut();
        try {
            Path directory = Files.createTempDirectory("ordercore-quotes-");
            try {
                measure(directory, report);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private void measure(Path directory, PrintWriter report) {
        try (QuoteLoad load = QuoteLoad.on(directory.resolve("data"), lines)) {
            List.of(1, lines).forEach(changes -> load.run(changes, 4, seconds));
            for (int changes : List.of(1, lines)) {
                for (int callers : connections) {
                    QuoteLoad.Result result = load.run(changes, callers, seconds);
                    report.printf(
                            Locale.ROOT,
                            "%d lines, %3d changes, %2d callers: %,6d quotes/s, p50 %6.2f ms, p99 %6.2f ms%n",
                            lines,
                            changes,
                            callers,
                            result.rate(),
                            result.p50(),
                            result.p99());
                    report.flush();
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
