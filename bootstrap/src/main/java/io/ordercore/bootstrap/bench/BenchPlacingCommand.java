package io.ordercore.bootstrap.bench;

import io.ordercore.adapters.persistence.postgres.PersonalDataKeys;
import io.ordercore.adapters.persistence.postgres.PostgresPool;
import io.ordercore.adapters.persistence.postgres.PostgresStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench-placing}: what an order costs the core and PostgreSQL, without HTTP. */
@Command(
        name = "bench-placing",
        description = "Measures how many orders a second are placed in process, durably, and what one costs.",
        mixinStandardHelpOptions = true)
public final class BenchPlacingCommand implements Callable<Integer> {
    private static final int CONNECTIONS = 10;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--orders", defaultValue = "60000", description = "Orders of a run [${DEFAULT-VALUE}].")
    private int orders;

    @Option(names = "--lines", defaultValue = "1", description = "Lines of each order [${DEFAULT-VALUE}].")
    private int lines;

    @Option(names = "--callers", defaultValue = "128", description = "Orders under way at once [${DEFAULT-VALUE}].")
    private int callers;

    @Option(
            names = "--skus",
            defaultValue = "10000",
            description = "SKUs they are spread over, 1 to 10,000 [${DEFAULT-VALUE}].")
    private int skus;

    @Option(names = "--runs", defaultValue = "4", description = "Runs; the first ones are cold [${DEFAULT-VALUE}].")
    private int runs;

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("ordercore-placing-");
        try (BenchDatabase database = BenchDatabase.in(directory)) {
            measure(database, spec.commandLine().getOut());
        } finally {
            BenchCommand.delete(directory);
        }
        return 0;
    }

    private void measure(BenchDatabase database, PrintWriter report) {
        try (PostgresPool pool = PostgresPool.open(database.url(), database.user(), database.password(), CONNECTIONS);
                PostgresStore store = PostgresStore.on(pool.dataSource(), PersonalDataKeys.generate())) {
            database.run(database.url(), Programs.script("offers.sql"));
            Placings placings = new Placings(store, skus, lines);
            for (int run = 0; run < runs; run++) {
                database.settle();
                long own = Usage.of(ProcessHandle.current()).cpuMillis();
                long theirs = postgres(database).cpuMillis();
                double seconds = placings.run(orders, callers);
                report.printf(
                        Locale.ROOT,
                        "%,d orders of %d lines: %,7.0f/s; each takes %4.1f us of this program, %4.1f us of PostgreSQL%n",
                        orders,
                        lines,
                        orders / seconds,
                        (Usage.of(ProcessHandle.current()).cpuMillis() - own) * 1e3 / orders,
                        (postgres(database).cpuMillis() - theirs) * 1e3 / orders);
                report.flush();
            }
        }
    }

    private static Usage postgres(BenchDatabase database) {
        return Usage.of(ProcessHandle.of(database.pid()).orElseThrow());
    }
}
