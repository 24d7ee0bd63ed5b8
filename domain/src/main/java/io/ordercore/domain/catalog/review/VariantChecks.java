package io.ordercore.domain.catalog.review;

import static io.ordercore.domain.catalog.review.FindingCode.*;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;

/** Variants tell themselves apart, and their prices and stocks can be meant. */
final class VariantChecks {
    private VariantChecks() {}

    static void consistency(ReviewSubject subject, Judgement judgement) {
        List<Variant> variants = subject.content().variants();
        Set<Sku> skus = new HashSet<>();
        Set<String> options = new HashSet<>();
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            String field = "/variants/" + i;
            if (!skus.add(variant.sku())) {
                judgement.found(VARIANT_SKU_REPEATED, field + "/sku", variant.sku(), 1);
            }
            if (!options.add(PlainText.of(variant.colour()) + '|' + PlainText.of(variant.size()))) {
                judgement.found(VARIANT_OPTIONS_REPEATED, field, variant.colour() + " / " + variant.size(), 1);
            }
        }
        if (isUneven(variants)) {
            judgement.found(VARIANT_OPTIONS_UNEVEN, "/variants", variants.size(), "colour, size");
        }
        comparePrices(variants, judgement);
    }

    static void stock(ReviewSubject subject, Judgement judgement) {
        List<Variant> variants = subject.content().variants();
        boolean none = !variants.isEmpty();
        for (int i = 0; i < variants.size(); i++) {
            long stock = variants.get(i).stock();
            none &= stock == 0;
            if (judgement.exceeds(stock, Limit.STOCK_HIGHEST)) {
                judgement.found(STOCK_IMPLAUSIBLE, "/variants/" + i + "/stock", stock, Limit.STOCK_HIGHEST);
            }
        }
        if (none) {
            judgement.found(STOCK_NONE, "/variants", 0, 1);
        }
    }

    static void price(ReviewSubject subject, Judgement judgement) {
        PriceNorm norm = subject.facts().priceNorm();
        if (judgement.fallsShortOf(norm.samples(), Limit.PRICE_FEWEST)) {
            return;
        }
        List<Variant> variants = subject.content().variants();
        for (int i = 0; i < variants.size(); i++) {
            price("/variants/" + i + "/price", variants.get(i).price(), norm, judgement);
        }
    }

    /** A reviewed listing is no way round the review of a price that jumps. */
    static void priceChange(ReviewSubject subject, Judgement judgement) {
        if (subject.facts().published().isEmpty()) {
            return;
        }
        Map<Sku, Money> published = new HashMap<>();
        subject.facts().published().forEach(each -> published.put(each.sku(), each.price()));
        List<Variant> variants = subject.content().variants();
        for (int i = 0; i < variants.size(); i++) {
            Money before = published.get(variants.get(i).sku());
            if (before != null) {
                String field = "/variants/" + i + "/price";
                Money asked = variants.get(i).price();
                judgement
                        .rules()
                        .jump(before, asked)
                        .ifPresent(jump ->
                                judgement.found(PRICE_JUMP, field, jump.textFor(asked), Limit.PRICE_JUMP_FACTOR));
            }
        }
    }

    private static void price(String field, Money price, PriceNorm norm, Judgement judgement) {
        long deviations = norm.deviations(price, judgement.limit(Limit.PRICE_FLOOR));
        if (deviations < judgement.limit(Limit.PRICE_REVIEW_DEVIATIONS)) {
            return;
        }
        long factor = norm.factor(price);
        if (deviations >= judgement.limit(Limit.PRICE_BLOCK_DEVIATIONS)) {
            judgement.found(PRICE_IMPLAUSIBLE, field, Thousandths.format(deviations), Limit.PRICE_BLOCK_DEVIATIONS);
        } else if (factor >= judgement.limit(Limit.PRICE_BLOCK_FACTOR)) {
            judgement.found(PRICE_IMPLAUSIBLE, field, "x" + Thousandths.format(factor), Limit.PRICE_BLOCK_FACTOR);
        } else {
            judgement.found(PRICE_UNUSUAL, field, Thousandths.format(deviations), Limit.PRICE_REVIEW_DEVIATIONS);
        }
    }

    /** Some variants name a colour or a size and others do not. */
    private static boolean isUneven(List<Variant> variants) {
        long colours =
                variants.stream().filter(variant -> !variant.colour().isEmpty()).count();
        long sizes =
                variants.stream().filter(variant -> !variant.size().isEmpty()).count();
        return (colours != 0 && colours != variants.size()) || (sizes != 0 && sizes != variants.size());
    }

    private static void comparePrices(List<Variant> variants, Judgement judgement) {
        if (variants.stream()
                        .map(variant -> variant.price().getCurrencyUnit())
                        .distinct()
                        .count()
                > 1) {
            judgement.found(VARIANT_CURRENCIES_MIXED, "/variants", variants.size(), 1);
            return;
        }
        LongSummaryStatistics amounts = variants.stream()
                .mapToLong(variant -> variant.price().getAmountMinorLong())
                .summaryStatistics();
        if (!variants.isEmpty() && judgement.exceeds(amounts.getMax() / amounts.getMin(), Limit.VARIANT_PRICE_RATIO)) {
            judgement.found(
                    VARIANT_PRICES_FAR_APART,
                    "/variants",
                    "x" + amounts.getMax() / amounts.getMin(),
                    Limit.VARIANT_PRICE_RATIO);
        }
    }
}
