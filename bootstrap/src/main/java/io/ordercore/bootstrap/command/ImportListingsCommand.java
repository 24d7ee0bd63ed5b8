package io.ordercore.bootstrap.command;

import io.ordercore.bootstrap.catalog.ListingFile;
import io.ordercore.bootstrap.catalog.ListingImport;
import io.ordercore.bootstrap.csv.BadFileException;
import io.ordercore.bootstrap.server.OpenCore;
import io.ordercore.bootstrap.settings.SettingSource;
import io.ordercore.bootstrap.settings.Settings;
import io.ordercore.domain.party.MerchantId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.joda.money.CurrencyUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import-listings}: takes a merchant's assortment in and reports what the review found. */
@Command(
        name = "import-listings",
        description = {
            "Takes a merchant's listings from a file, reviews them and reports the findings.",
            "Columns: id|sku|index, title|product|name and price|sale_price are required; category, sub_category,"
                    + " type,",
            "description, brand, gtin|ean|barcode, stock|quantity, colour|color, size, image|image_link are used."
        },
        mixinStandardHelpOptions = true)
final class ImportListingsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE", description = "comma separated values, may end in .gz")
    private Path file = Path.of("");

    @Option(names = "--merchant", required = true, description = "whose listings they are")
    private String merchant = "";

    @Option(names = "--currency", defaultValue = "CNY", description = "of all prices [${DEFAULT-VALUE}]")
    private String currency = "";

    @Option(names = "--prefix", defaultValue = "", description = "put in front of every id")
    private String prefix = "";

    @Option(names = "--dry-run", description = "store nothing, only report")
    private boolean dryRun;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ListingFile listings = new ListingFile(file, prefix, CurrencyUnit.of(currency));
        MerchantId owner = new MerchantId(merchant);
        try {
            if (dryRun) {
                ListingImport.run(ListingImport.intoMemory(), owner, listings, out);
                return 0;
            }
            Settings settings = Settings.from(SettingSource.of(System.getProperties(), System.getenv()));
            try (OpenCore open = OpenCore.open(settings)) {
                ListingImport.run(open.core().listings().importListings(), owner, listings, out);
            }
            return 0;
        } catch (BadFileException e) {
            spec.commandLine().getErr().println("ordercore: " + e.getMessage());
            return 1;
        }
    }
}
