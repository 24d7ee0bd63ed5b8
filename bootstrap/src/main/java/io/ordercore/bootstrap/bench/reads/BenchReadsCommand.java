package io.ordercore.bootstrap.bench.reads;

import io.ordercore.adapters.persistence.embedded.EmbeddedPostgres;
import io.ordercore.adapters.persistence.memory.MemoryStore;
import io.ordercore.adapters.persistence.postgres.PersonalDataKeys;
import io.ordercore.adapters.persistence.postgres.PostgresPool;
import io.ordercore.adapters.persistence.postgres.PostgresStore;
import io.ordercore.application.Store;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench-reads}: how many orders a second the core reads by their ids, whole and decrypted, without HTTP. */
@Command(
        name = "bench-reads",
        description = "Measures how many orders a second are read by id in process: in memory, and from PostgreSQL.",
        mixinStandardHelpOptions = true)
public final class BenchReadsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--orders", defaultValue = "20000", description = "Orders stored [${DEFAULT-VALUE}].")
    private int orders;

    @Option(names = "--lines", defaultValue = "1", description = "Lines of each order [${DEFAULT-VALUE}].")
    private int lines;

    @Option(names = "--threads", defaultValue = "32", description = "Threads that read [${DEFAULT-VALUE}].")
    private int threads;

    @Option(names = "--seconds", defaultValue = "5", description = "Length of a run [${DEFAULT-VALUE}].")
    private int seconds;

    @Override
    public Integer call() {
        PrintWriter report = spec.commandLine().getOut();
        report.printf(
                Locale.ROOT,
                "%,d orders of %d lines, %d threads, %d s after as long a warm-up, %d cores%n",
                orders,
                lines,
                threads,
                seconds,
                Runtime.getRuntime().availableProcessors());
        measure("memory", new MemoryStore(), report);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
                PostgresPool pool = PostgresPool.open(
                        postgres.jdbcUrl(), postgres.user(), postgres.password(), Math.max(8, threads + 2));
                PostgresStore store = PostgresStore.on(pool.dataSource(), PersonalDataKeys.generate())) {
            measure("postgresql", store, report);
        }
        return 0;
    }

    private void measure(String name, Store store, PrintWriter report) {
        try {
            OrderReads reads = new OrderReads(store, orders, lines);
            Duration length = Duration.ofSeconds(seconds);
            reads.run(threads, length);
            report.printf("%-12s%s%n", name, reads.run(threads, length));
            report.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }
}
