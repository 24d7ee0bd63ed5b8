package io.ordercore.bootstrap.catalog;

import io.ordercore.application.catalog.listing.ImportListings;
import io.ordercore.application.catalog.listing.ShippedRules;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.review.AutomaticReview;
import io.ordercore.domain.catalog.review.ListingIndex;
import io.ordercore.domain.catalog.review.ReviewSubject;
import io.ordercore.domain.catalog.review.RuleSetText;
import io.ordercore.domain.party.MerchantId;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How long the review of one listing takes in the core, its facts at hand, under 5,000 banned terms. */
final class ReviewSpeed {
    private static final MerchantId MERCHANT = new MerchantId("audit");
    private static final int TERMS = 5_000;
    private static final int SUBJECTS = 2_000;
    private static final int ROUNDS = 20;

    private ReviewSpeed() {}

    static void measure(List<ImportListings.Row> rows, long seed, PrintWriter out) {
        AutomaticReview automatic = AutomaticReview.by(RuleSetText.read(rulesWithManyTerms(seed)));
        List<ReviewSubject> subjects = subjects(rows);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> micros = new ArrayList<>();
        long findings = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            for (ReviewSubject subject : subjects) {
                findings += automatic.review(subject).findings().size();
            }
            micros.add((threads.getCurrentThreadCpuTime() - start) / 1e3 / subjects.size());
        }
        List<Double> warm = micros.subList(ROUNDS / 2, ROUNDS).stream().sorted().toList();
        out.printf(
                Locale.ROOT,
                "review      %d banned terms, %d listings with up to %d neighbours, description of 600 characters:"
                        + " median %.1f, worst round %.1f microseconds of processor time each (%d findings)%n",
                TERMS,
                subjects.size(),
                ListingIndex.MOST_NEIGHBOURS,
                warm.get(warm.size() / 2),
                warm.get(warm.size() - 1),
                findings);
        out.flush();
    }

    private static List<ReviewSubject> subjects(List<ImportListings.Row> rows) {
        ListingIndex index = ListingIndex.empty();
        rows.forEach(row -> {
            index.add(row.listing(), MERCHANT, row.content());
            index.count(row.content());
        });
        return rows.stream()
                .limit(SUBJECTS)
                .map(row -> new ReviewSubject(
                        described(row.content()), index.factsFor(row.listing(), MERCHANT, row.content())))
                .toList();
    }

    private static ListingContent described(ListingContent content) {
        String sentence = content.title() + ", chosen with care and packed for you. ";
        String description = sentence.repeat(600 / sentence.length() + 1).substring(0, 600);
        return new ListingContent(
                content.title(),
                description,
                content.category(),
                content.brand(),
                content.gtin(),
                content.attributes(),
                content.pictures(),
                content.variants());
    }

    private static String rulesWithManyTerms(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(ShippedRules.ENGLISH.text());
        for (int i = 0; i < TERMS; i++) {
            text.append("ban | SUPERLATIVE | ");
            for (int letter = 0; letter < 4 + random.nextInt(8); letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(i % 2 == 0 ? " best" : "").append('\n');
        }
        return text.toString();
    }
}
