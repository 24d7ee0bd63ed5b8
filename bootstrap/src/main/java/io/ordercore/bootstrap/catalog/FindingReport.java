package io.ordercore.bootstrap.catalog;

import io.ordercore.application.catalog.listing.ImportListings;
import io.ordercore.domain.catalog.review.Finding;
import io.ordercore.domain.catalog.review.FindingCode;
import io.ordercore.domain.catalog.review.Review;
import io.ordercore.domain.catalog.review.ReviewSubject;
import io.ordercore.domain.catalog.review.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what an import came to. */
final class FindingReport implements ImportListings.Witness {
    private static final int PROGRESS_EVERY = 5_000;
    private static final int MOST_REFUSALS_TOLD = 20;

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<FindingCode, Integer> findings = new EnumMap<>(FindingCode.class);
    private final List<String> refusals = new ArrayList<>();
    private final PrintWriter progress;
    private int imported;

    FindingReport(PrintWriter progress) {
        this.progress = progress;
    }

    @Override
    public void imported(ImportListings.Row row, ReviewSubject subject, Review review) {
        imported++;
        verdicts.merge(review.verdict(), 1, Integer::sum);
        review.findings().stream().map(Finding::code).distinct().forEach(code -> findings.merge(code, 1, Integer::sum));
        if (imported % PROGRESS_EVERY == 0) {
            progress.println(imported + " rows");
            progress.flush();
        }
    }

    @Override
    public void refused(ImportListings.Row row, String reason) {
        refusals.add(row.listing() + ": " + reason);
    }

    int imported() {
        return imported;
    }

    void print(List<String> unreadable, PrintWriter out) {
        out.printf(
                Locale.ROOT, "%d imported, %d unreadable, %d refused%n", imported, unreadable.size(), refusals.size());
        tellFirst(unreadable, out);
        tellFirst(refusals, out);
        verdicts.forEach((verdict, count) -> out.printf(Locale.ROOT, "verdict %-26s %8d%n", verdict, count));
        findings.forEach((code, count) -> out.printf(Locale.ROOT, "finding %-26s %8d%n", code, count));
        out.flush();
    }

    private static void tellFirst(List<String> sentences, PrintWriter out) {
        sentences.stream().limit(MOST_REFUSALS_TOLD).forEach(sentence -> out.println("  " + sentence));
        if (sentences.size() > MOST_REFUSALS_TOLD) {
            out.println("  and " + (sentences.size() - MOST_REFUSALS_TOLD) + " more");
        }
    }
}
