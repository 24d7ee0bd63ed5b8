package io.ordercore.jmh;

import io.ordercore.application.catalog.listing.ShippedRules;
import io.ordercore.domain.catalog.Attribute;
import io.ordercore.domain.catalog.CategoryPath;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.PictureFacts;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.review.AutomaticReview;
import io.ordercore.domain.catalog.review.ListingIndex;
import io.ordercore.domain.catalog.review.Review;
import io.ordercore.domain.catalog.review.ReviewSubject;
import io.ordercore.domain.catalog.review.RuleSetText;
import io.ordercore.domain.party.MerchantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The automatic review of one listing, its facts at hand: 5,000 banned terms beside the shipped English rules, a description of
 * 600 characters, and up to twelve neighbours whose titles look alike. The target is 100 microseconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AutomaticReviewBenchmark {
    private static final long SEED = 20261126;
    private static final int TERMS = 5_000;
    private static final int LISTINGS = 1_000;
    private static final MerchantId MERCHANT = new MerchantId("benchmark");
    private static final List<String> WORDS = List.of(
            "organic", "roasted", "green", "tea", "leaves", "kettle", "enamel", "large", "classic", "masala", "honey",
            "almond");

    private final Random random = new Random(SEED);
    private final AutomaticReview review = AutomaticReview.by(RuleSetText.read(rules()));
    private final List<ReviewSubject> subjects = subjects();
    private int next;

    @Benchmark
    public Review oneListing() {
        next = (next + 1) % subjects.size();
        return review.review(subjects.get(next));
    }

    private String rules() {
        StringBuilder text = new StringBuilder(ShippedRules.ENGLISH.text());
        for (int i = 0; i < TERMS; i++) {
            text.append("ban | SUPERLATIVE | ");
            int letters = 4 + random.nextInt(8);
            for (int letter = 0; letter < letters; letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private List<ReviewSubject> subjects() {
        ListingIndex index = ListingIndex.empty();
        List<ListingContent> contents = new ArrayList<>();
        for (int i = 0; i < LISTINGS; i++) {
            ListingContent content = content(i);
            contents.add(content);
            index.add(new ListingId("l-" + i), MERCHANT, content);
            index.count(content);
        }
        List<ReviewSubject> made = new ArrayList<>();
        for (int i = 0; i < LISTINGS; i++) {
            made.add(new ReviewSubject(
                    contents.get(i), index.factsFor(new ListingId("l-" + i), MERCHANT, contents.get(i))));
        }
        return made;
    }

    private ListingContent content(int number) {
        StringBuilder title = new StringBuilder();
        for (int word = 0; word < 6; word++) {
            title.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        title.append(100 * (1 + random.nextInt(9))).append(" g");
        String sentence = title + ", chosen with care and packed for you. ";
        return new ListingContent(
                title.toString(),
                sentence.repeat(600 / sentence.length() + 1).substring(0, 600),
                CategoryPath.of("Food, Beverages & Tobacco > Beverages > Tea"),
                "Brand " + random.nextInt(5),
                "",
                List.of(
                        new Attribute("net quantity", "500", "g"),
                        new Attribute("ingredients", "tea", ""),
                        new Attribute("best before", "12 months", "")),
                List.of(new Picture(
                        "https://cdn.example/" + number + ".jpg",
                        new PictureFacts("image/jpeg", 800, 800, 90_000, "ab".repeat(32), random.nextLong()))),
                List.of(new Variant(
                        new Sku("sku-" + number),
                        "",
                        "",
                        Money.ofMinor(CurrencyUnit.of("CNY"), 1_000 + random.nextInt(9_000)),
                        10)));
    }
}
