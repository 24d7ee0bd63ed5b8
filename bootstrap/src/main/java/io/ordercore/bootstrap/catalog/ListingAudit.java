package io.ordercore.bootstrap.catalog;

import io.ordercore.application.catalog.listing.ImportListings;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.review.Finding;
import io.ordercore.domain.catalog.review.FindingCode;
import io.ordercore.domain.catalog.review.Review;
import io.ordercore.domain.catalog.review.ReviewSubject;
import io.ordercore.domain.catalog.review.TitleWords;
import io.ordercore.domain.party.MerchantId;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Measures what the review finds of seeded faults, through the same import a merchant's file takes. */
final class ListingAudit {
    private static final MerchantId MERCHANT = new MerchantId("audit");
    private static final long FLOOR_THOUSANDTHS = 250;

    private record Scored(long deviations, boolean wrong, boolean flagged) {}

    private final Supplier<ImportListings> fresh;
    private final long seed;
    private final PrintWriter out;

    /** @param fresh an import into a new, empty store with each call */
    ListingAudit(Supplier<ImportListings> fresh, long seed, PrintWriter out) {
        this.fresh = fresh;
        this.seed = seed;
        this.out = out;
    }

    /** One in a hundred prices wrong: average precision by deviation, precision and recall of what is flagged. */
    void auditPrices(List<ImportListings.Row> rows) {
        Set<ListingId> wrong = new HashSet<>();
        List<ImportListings.Row> faulty = new SeededFaults(seed).withWrongPrices(rows, wrong);
        List<Scored> scored = new ArrayList<>();
        fresh.get().run(MERCHANT, faulty, witness((row, subject, review) -> {
            long deviations = subject.facts()
                    .priceNorm()
                    .deviations(subject.content().variants().get(0).price(), FLOOR_THOUSANDTHS);
            boolean flagged = has(review, FindingCode.PRICE_UNUSUAL) || has(review, FindingCode.PRICE_IMPLAUSIBLE);
            scored.add(new Scored(deviations, wrong.contains(row.listing()), flagged));
        }));
        long hits = scored.stream().filter(it -> it.flagged && it.wrong).count();
        long flagged = scored.stream().filter(Scored::flagged).count();
        out.printf(
                Locale.ROOT,
                "price       seed %d, %d rows, %d wrong: AP %.3f, flagged %d, precision %.3f, recall %.3f%n",
                seed,
                scored.size(),
                wrong.size(),
                averagePrecision(scored),
                flagged,
                share(hits, flagged),
                share(hits, wrong.size()));
        out.flush();
    }

    /**
     * Two in a hundred rows copied with changes. Rows of the same brand and the same words are natural duplicates that nobody
     * labelled; they are set aside first.
     */
    void auditDuplicates(List<ImportListings.Row> rows) {
        List<ImportListings.Row> distinct = withoutNaturalDuplicates(rows);
        List<SeededFaults.Copy> copies = new SeededFaults(seed).nearDuplicates(distinct);
        Map<ListingId, SeededFaults.Copy> byId = new HashMap<>();
        List<ImportListings.Row> all = new ArrayList<>(distinct);
        copies.forEach(copy -> {
            byId.put(copy.row().listing(), copy);
            all.add(copy.row());
        });
        Map<SeededFaults.Change, Integer> found = new EnumMap<>(SeededFaults.Change.class);
        List<ListingId> flagged = new ArrayList<>();
        fresh.get().run(MERCHANT, all, witness((row, subject, review) -> {
            if (has(review, FindingCode.DUPLICATE_TITLE)) {
                flagged.add(row.listing());
                SeededFaults.Copy copy = byId.get(row.listing());
                if (copy != null) {
                    found.merge(copy.change(), 1, Integer::sum);
                }
            }
        }));
        long hits = found.values().stream().mapToInt(Integer::intValue).sum();
        out.printf(
                Locale.ROOT,
                "duplicates  seed %d, %d rows (%d natural set aside), %d copies: flagged %d, precision %.3f, recall"
                        + " %.3f, found by change %s%n",
                seed,
                distinct.size(),
                rows.size() - distinct.size(),
                copies.size(),
                flagged.size(),
                share(hits, flagged.size()),
                share(hits, copies.size()),
                found);
        out.flush();
    }

    private interface Look {
        void at(ImportListings.Row row, ReviewSubject subject, Review review);
    }

    private static ImportListings.Witness witness(Look look) {
        return new ImportListings.Witness() {
            @Override
            public void imported(ImportListings.Row row, ReviewSubject subject, Review review) {
                look.at(row, subject, review);
            }

            @Override
            public void refused(ImportListings.Row row, String reason) {
                throw new IllegalStateException(row.listing() + ": " + reason);
            }
        };
    }

    private static boolean has(Review review, FindingCode code) {
        return review.findings().stream().map(Finding::code).anyMatch(code::equals);
    }

    private static List<ImportListings.Row> withoutNaturalDuplicates(List<ImportListings.Row> rows) {
        Set<List<String>> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> {
                    List<String> words =
                            new ArrayList<>(TitleWords.allOf(row.content().title()));
                    List<String> brand = TitleWords.allOf(row.content().brand());
                    words.removeAll(brand);
                    words.sort(Comparator.naturalOrder());
                    words.add(0, String.join(" ", brand));
                    return seen.add(words);
                })
                .toList();
    }

    private static double averagePrecision(List<Scored> scored) {
        List<Scored> ranked = scored.stream()
                .sorted(Comparator.comparingLong(Scored::deviations).reversed())
                .toList();
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).wrong) {
                hits++;
                sum += (double) hits / (i + 1);
            }
        }
        return hits == 0 ? 0 : sum / hits;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
