package io.ordercore.domain.catalog.review;

import static io.ordercore.domain.catalog.review.Subjects.flawless;
import static io.ordercore.domain.catalog.review.Subjects.subject;
import static io.ordercore.domain.catalog.review.Subjects.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VariantChecksTest {
    private final AutomaticReview automatic = AutomaticReview.by(Subjects.RULES);

    @Test
    void colours_are_compared_as_they_read() {
        assertThat(found(of("A", "Red", "M"), of("B", "red", "L"))).isEmpty();
        assertThat(found(of("A", "Red", "M"), of("B", "ＲＥＤ", "m")))
                .containsExactly("VARIANT_OPTIONS_REPEATED /variants/1 ＲＥＤ / m 1");
    }

    @Test
    void a_sku_is_named_once() {
        assertThat(found(of("A", "Red", ""), of("B", "Blue", ""), of("A", "Green", "")))
                .containsExactly("VARIANT_SKU_REPEATED /variants/2/sku A 1");
    }

    @Test
    void all_variants_name_a_colour_or_none_does() {
        assertThat(found(of("A", "Red", ""), of("B", "", "")))
                .containsExactly("VARIANT_OPTIONS_UNEVEN /variants 2 colour, size");
        assertThat(found(of("A", "", "M"), of("B", "", "")))
                .containsExactly("VARIANT_OPTIONS_UNEVEN /variants 2 colour, size");
        assertThat(found(of("A", "", "M"), of("B", "", "L"))).isEmpty();
    }

    @Test
    void all_prices_are_in_one_currency() {
        Variant euros = new Variant(new Sku("B"), "Blue", "", Money.parse("EUR 100"), 1);
        assertThat(found(of("A", "Red", ""), euros)).containsExactly("VARIANT_CURRENCIES_MIXED /variants 2 1");
    }

    @Test
    void the_dearest_costs_at_most_twenty_times_the_cheapest() {
        assertThat(codes(variant("A", "10", 1), coloured("B", "209.99"))).doesNotContain("VARIANT_PRICES_FAR_APART");
        assertThat(found(variant("A", "10", 1), coloured("B", "210")))
                .contains("VARIANT_PRICES_FAR_APART /variants x21 20");
    }

    @Test
    void a_stock_can_be_meant() {
        assertThat(found(variant("A", "100", 1_000_000))).isEmpty();
        assertThat(found(variant("A", "100", 1_000_001)))
                .containsExactly("STOCK_IMPLAUSIBLE /variants/0/stock 1000001 1000000");
    }

    @Test
    void goods_without_any_stock_are_noticed() {
        assertThat(found(of("A", "Red", "", 0), of("B", "Blue", "", 0))).containsExactly("STOCK_NONE /variants 0 1");
        assertThat(found(of("A", "Red", "", 0), of("B", "Blue", "", 1))).isEmpty();
    }

    @Test
    void a_price_is_judged_by_its_distance_and_then_by_its_factor() {
        assertThat(found(variant("A", "239", 1))).isEmpty();
        assertThat(found(variant("A", "239.88", 1))).isEmpty();
        assertThat(found(variant("A", "239.89", 1))).containsExactly("PRICE_UNUSUAL /variants/0/price 3.5 3.5");
        assertThat(found(variant("A", "448.17", 1))).containsExactly("PRICE_IMPLAUSIBLE /variants/0/price 6 6");
        assertThat(found(variant("A", "240", 1))).containsExactly("PRICE_UNUSUAL /variants/0/price 3.501 3.5");
        assertThat(found(variant("A", "41.60", 1))).containsExactly("PRICE_UNUSUAL /variants/0/price 3.508 3.5");
        assertThat(found(variant("A", "448", 1))).containsExactly("PRICE_UNUSUAL /variants/0/price 5.998 3.5");
        assertThat(found(variant("A", "449", 1))).containsExactly("PRICE_IMPLAUSIBLE /variants/0/price 6.007 6");
    }

    @Test
    void where_prices_scatter_a_factor_of_ten_is_too_much_all_the_same() {
        ReviewFacts facts =
                new ReviewFacts(Subjects.MERCHANT, new PriceNorm(4_605_170, 600_000, 100), List.of(), Set.of());
        assertThat(found(new ReviewSubject(flawless().withVariants(List.of(variant("A", "999", 1))), facts)))
                .containsExactly("PRICE_UNUSUAL /variants/0/price 3.835 3.5");
        assertThat(found(new ReviewSubject(flawless().withVariants(List.of(variant("A", "1000", 1))), facts)))
                .containsExactly("PRICE_IMPLAUSIBLE /variants/0/price x10 10");
        assertThat(found(new ReviewSubject(flawless().withVariants(List.of(variant("A", "1001", 1))), facts)))
                .containsExactly("PRICE_IMPLAUSIBLE /variants/0/price x10.01 10");
    }

    @Test
    void too_few_known_prices_are_no_norm() {
        ReviewFacts facts =
                new ReviewFacts(Subjects.MERCHANT, new PriceNorm(4_605_170, 250_000, 7), List.of(), Set.of());
        assertThat(found(new ReviewSubject(flawless().withVariants(List.of(variant("A", "9999", 1))), facts)))
                .isEmpty();
    }

    private static Variant coloured(String sku, String price) {
        return new Variant(new Sku(sku), "Blue", "", Money.parse("CNY " + price), 1);
    }

    private static Variant of(String sku, String colour, String size) {
        return of(sku, colour, size, 1);
    }

    private static Variant of(String sku, String colour, String size, long stock) {
        return new Variant(new Sku(sku), colour, size, Money.parse("CNY 100"), stock);
    }

    private List<String> codes(Variant... variants) {
        return automatic.review(subject(flawless().withVariants(List.of(variants)))).findings().stream()
                .map(finding -> finding.code().name())
                .toList();
    }

    private List<String> found(Variant... variants) {
        return found(subject(flawless().withVariants(List.of(variants))));
    }

    private List<String> found(ReviewSubject subject) {
        return automatic.review(subject).findings().stream()
                .map(it -> it.code() + " " + it.field() + " " + it.value() + " " + it.limit())
                .toList();
    }
}
