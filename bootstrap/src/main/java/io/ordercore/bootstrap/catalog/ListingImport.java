package io.ordercore.bootstrap.catalog;

import io.ordercore.adapters.persistence.memory.MemoryStore;
import io.ordercore.application.catalog.listing.ImportListings;
import io.ordercore.application.catalog.listing.ListingUseCases;
import io.ordercore.application.catalog.listing.PictureProbe;
import io.ordercore.application.catalog.listing.ReviewTerms;
import io.ordercore.domain.party.MerchantId;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;

/** What the commands about files of listings do. */
public final class ListingImport {
    private ListingImport() {}

    /**
     * Imports a file and prints a report.
     *
     * @throws io.ordercore.bootstrap.csv.BadFileException if there is no such file, or it is no table
     */
    public static void run(ImportListings into, MerchantId merchant, ListingFile file, PrintWriter out) {
        long start = System.nanoTime();
        ListingFile.Contents contents = file.read();
        FindingReport report = new FindingReport(out);
        into.run(merchant, contents.rows(), report);
        report.print(contents.problems(), out);
        out.printf(Locale.ROOT, "took %.1f s%n", (System.nanoTime() - start) / 1e9);
        out.flush();
    }

    /** Measures what the review finds of seeded faults in a file, each time in a new store in memory, and how long it takes. */
    public static void audit(ListingFile file, long seed, PrintWriter out) {
        ListingFile.Contents contents = file.read();
        ListingAudit audit = new ListingAudit(ListingImport::intoMemory, seed, out);
        audit.auditPrices(contents.rows());
        audit.auditDuplicates(contents.rows());
        ReviewSpeed.measure(contents.rows(), seed, out);
    }

    /** An import into a store of its own that is forgotten afterwards. */
    public static ImportListings intoMemory() {
        MemoryStore store = new MemoryStore();
        return new ListingUseCases(
                        store.transactions(),
                        store.catalog(),
                        store.offers(),
                        store.stock(),
                        PictureProbe.BLIND,
                        ReviewTerms.STANDARD,
                        change -> {},
                        Clock.systemUTC())
                .importListings();
    }
}
