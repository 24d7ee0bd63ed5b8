package io.ordercore.bootstrap.replay;

import io.ordercore.adapters.persistence.embedded.EmbeddedPostgres;
import io.ordercore.adapters.persistence.postgres.HistoryAudit;
import io.ordercore.adapters.persistence.postgres.PersonalDataKeys;
import io.ordercore.adapters.persistence.postgres.PostgresPool;
import io.ordercore.adapters.persistence.postgres.PostgresStore;
import io.ordercore.bootstrap.csv.BadFileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.joda.money.CurrencyUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay FILE}: 0 if nothing got lost, 1 if something did, 2 if the file cannot be read. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a recorded order history through the order core, on the recorded times, and checks conservation: every order",
            "in its recorded final state, money in = money out + held, stock in = stock out + left, every history unbroken.",
            "It runs on a PostgreSQL of its own that vanishes afterwards. docs/guides/replay.md defines the format of FILE."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int CONNECTIONS = 12;
    private static final int SHOWN = 20;
    private static final int BAR = 30;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The history, CSV, may be compressed (.gz).")
    private Path file = Path.of("");

    @Option(names = "--currency", defaultValue = "CNY", description = "Of the amounts. Default: ${DEFAULT-VALUE}.")
    private String currency = "CNY";

    @Option(names = "--zone", defaultValue = "UTC", description = "Of the times. Default: ${DEFAULT-VALUE}.")
    private ZoneId zone = ZoneId.of("UTC");

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            CurrencyUnit unit = CurrencyUnit.of(currency);
            List<RecordedOrder> recorded = RecordedOrder.in(file, unit, zone);
            out.printf("%,d recorded orders%n", recorded.size());
            return play(recorded, unit, out);
        } catch (BadFileException e) {
            spec.commandLine().getErr().println("replay: " + e.getMessage());
            return 2;
        }
    }

    private static int play(List<RecordedOrder> recorded, CurrencyUnit unit, PrintWriter out) {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
                PostgresPool pool =
                        PostgresPool.open(postgres.jdbcUrl(), postgres.user(), postgres.password(), CONNECTIONS);
                PostgresStore store = PostgresStore.on(pool.dataSource(), PersonalDataKeys.generate())) {
            Replay replay = new Replay(recorded, store);
            replay.run(progress(recorded, out));
            Conservation conservation = new Conservation(replay, recorded, unit);
            List<String> violations = conservation.violations();
            HistoryAudit.Report history = HistoryAudit.of(pool.dataSource()).verify();
            out.println(conservation.summary());
            violations.stream().limit(SHOWN).forEach(violation -> out.println("VIOLATION " + violation));
            boolean clean = violations.isEmpty() && history.firstBreak().isEmpty();
            history.firstBreak().ifPresent(broken -> out.println("BROKEN HISTORY " + broken));
            out.printf("%s, %d violations%n", clean ? "clean" : "NOT CLEAN", violations.size());
            out.flush();
            return clean ? 0 : 1;
        }
    }

    private static BiConsumer<LocalDate, Integer> progress(List<RecordedOrder> recorded, PrintWriter out) {
        int steps = recorded.stream().mapToInt(order -> Step.of(order).size()).sum();
        return (day, done) -> {
            int full = (int) ((long) BAR * done / steps);
            out.printf("\r[%s%s] %3d %%  %s", "#".repeat(full), " ".repeat(BAR - full), 100L * done / steps, day);
            if (done == steps) {
                out.println();
            }
            out.flush();
        };
    }
}
