package io.ordercore.bootstrap.command;

import io.ordercore.bootstrap.arrival.BacktestArrivalCommand;
import io.ordercore.bootstrap.bench.BenchCommand;
import io.ordercore.bootstrap.bench.BenchFeedCommand;
import io.ordercore.bootstrap.bench.BenchParcelsCommand;
import io.ordercore.bootstrap.bench.BenchPlacingCommand;
import io.ordercore.bootstrap.bench.BenchQuotesCommand;
import io.ordercore.bootstrap.bench.reads.BenchReadsCommand;
import io.ordercore.bootstrap.carriers.ReportPayloadsCommand;
import io.ordercore.bootstrap.credit.BacktestCreditCommand;
import io.ordercore.bootstrap.credit.BenchCreditCommand;
import io.ordercore.bootstrap.history.VerifyHistoryCommand;
import io.ordercore.bootstrap.replay.ReplayCommand;
import io.ordercore.bootstrap.settings.Setting;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ordercore}: a subcommand, or {@code serve} when none is named. */
@Command(
        name = "ordercore",
        description = "The order core of a marketplace. Without a command it serves.",
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        version = "Ordercore 0.1.0-SNAPSHOT",
        subcommands = {
            ServeCommand.class,
            ReplayCommand.class,
            VerifyHistoryCommand.class,
            BacktestArrivalCommand.class,
            BacktestCreditCommand.class,
            BenchCreditCommand.class,
            BenchCommand.class,
            ImportListingsCommand.class,
            AuditListingsCommand.class,
            BenchParcelsCommand.class,
            BenchReadsCommand.class,
            BenchPlacingCommand.class,
            BenchFeedCommand.class,
            BenchQuotesCommand.class,
            ReportPayloadsCommand.class
        })
public final class OrdercoreCommand implements Callable<Integer> {
    @Mixin
    private ServeCommand serve = new ServeCommand();

    @Override
    public Integer call() {
        return serve.call();
    }

    /** Runs the command line to its end; answers the exit code: 0, 1 on failure, 2 on a wrong command line, 78 on a wrong setting. */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new OrdercoreCommand());
        line.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER, help -> settings());
        line.setExecutionExceptionHandler((failure, command, parsed) -> Refusal.told(failure, command.getErr()));
        return line.execute(arguments);
    }

    private static String settings() {
        int widest = Stream.of(Setting.values())
                .mapToInt(setting -> setting.variable().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder(System.lineSeparator())
                .append("Settings, as environment variables or as properties (ORDERCORE_DB_URL is ordercore.db-url):")
                .append(System.lineSeparator());
        Arrays.stream(Setting.values())
                .forEach(setting -> text.append("  ")
                        .append(setting.variable())
                        .append(" ".repeat(widest + 2 - setting.variable().length()))
                        .append(setting.meaning())
                        .append(setting.standard().isEmpty() ? "" : " [" + setting.standard() + "]")
                        .append(System.lineSeparator()));
        return text.toString();
    }
}
