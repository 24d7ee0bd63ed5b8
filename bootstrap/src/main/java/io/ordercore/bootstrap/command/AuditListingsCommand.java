package io.ordercore.bootstrap.command;

import io.ordercore.bootstrap.catalog.ListingFile;
import io.ordercore.bootstrap.catalog.ListingImport;
import io.ordercore.bootstrap.csv.BadFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit-listings}: measures the automatic review on a file with seeded faults. */
@Command(
        name = "audit-listings",
        description = {
            "Measures the automatic review: one price in a hundred made wrong, two rows in a hundred copied with"
                    + " changes,",
            "both by a seed and through the import; and how long one review takes. Stores nothing."
        },
        mixinStandardHelpOptions = true)
final class AuditListingsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE", description = "as import-listings takes it")
    private Path file = Path.of("");

    @Option(names = "--currency", defaultValue = "INR", description = "of all prices [${DEFAULT-VALUE}]")
    private String currency = "";

    @Option(names = "--seed", defaultValue = "5", description = "of the faults [${DEFAULT-VALUE}]")
    private long seed;

    @Override
    public Integer call() {
        try {
            ListingImport.audit(
                    new ListingFile(file, "", CurrencyUnit.of(currency)),
                    seed,
                    spec.commandLine().getOut());
            return 0;
        } catch (BadFileException e) {
            spec.commandLine().getErr().println("ordercore: " + e.getMessage());
            return 1;
        }
    }
}
