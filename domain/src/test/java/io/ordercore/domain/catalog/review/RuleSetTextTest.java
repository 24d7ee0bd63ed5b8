package io.ordercore.domain.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ordercore.domain.catalog.CategoryPath;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleSetTextTest {
    @Test
    void reads_every_kind_of_statement() {
        RuleSet rules = RuleSetText.read("""
                # a remark
                 # another
                version | en-1
                language | en
                limit | title-longest | 60       # source
                limit | price-floor | 0.3
                severity | GTIN_MISSING | REVIEW
                picture-type | image/jpeg
                category | Food
                second-reviewer | Food > Baby Food
                require | Food | net weight | g, kg
                require | Food | origin
                ban | SUPERLATIVE | world's best
                exempt | best before
                exempt | second best
                sourced | SUPERLATIVE | claim source
                """);
        assertThat(rules.version()).isEqualTo("en-1");
        assertThat(rules.limit(Limit.TITLE_LONGEST)).isEqualTo(60_000);
        assertThat(rules.limit(Limit.PRICE_FLOOR)).isEqualTo(300);
        assertThat(rules.limit(Limit.STOCK_HIGHEST)).isEqualTo(Limit.STOCK_HIGHEST.usual());
        assertThat(rules.severity(FindingCode.GTIN_MISSING)).isEqualTo(Severity.REVIEW);
        assertThat(rules.needsSecondReviewer(CategoryPath.of("Food > Baby Food > Milk")))
                .isTrue();
        assertThat(rules.needsSecondReviewer(CategoryPath.of("Food"))).isFalse();
        assertThat(rules.demandsOf(CategoryPath.of("Food > Snacks"))).hasSize(2);
        assertThat(rules.sourceAttributeFor(FindingCode.SUPERLATIVE)).isEqualTo("claim source");
        assertThat(rules.demandsOf(CategoryPath.of("Toys"))).isEmpty();
        assertThat(rules.language()).isEqualTo("en");
        assertThat(rules.pictureTypes()).containsExactly("image/jpeg");
        assertThat(rules.knows(CategoryPath.of("Food > Snacks"))).isTrue();
        assertThat(rules.knows(CategoryPath.of("Toys"))).isFalse();
        assertThat(AutomaticReview.by(rules).rules()).isSameAs(rules);
    }

    @Test
    void names_every_bad_line() {
        assertThatExceptionOfType(RuleSetText.UnreadableRuleSetException.class)
                .isThrownBy(() -> RuleSetText.read("""
                        version | x
                        language | en
                        limit | no-such-limit | 3
                        ban | SUPERLATIVE
                        frobnicate | it
                        limit | title-longest | many
                        require | Food
                        """))
                .satisfies(e -> assertThat(e.problems())
                        .hasSize(5)
                        .extracting(problem -> problem.substring(0, 7))
                        .containsExactly("line 3:", "line 4:", "line 5:", "line 6:", "line 7:"))
                .satisfies(e -> assertThat(e.problems())
                        .contains("line 3: unknown word no-such-limit", "line 4: ban takes 2 fields"))
                .satisfies(e -> assertThat(e.problems()).noneMatch(problem -> problem.contains("ordercore")));
    }

    @Test
    void a_rule_set_has_a_version() {
        assertThatExceptionOfType(RuleSetText.UnreadableRuleSetException.class)
                .isThrownBy(() -> RuleSetText.read("language | en"));
    }

    @Test
    void rule_sets_are_the_same_that_have_the_same_version() {
        RuleSet first = RuleSetText.read("version | x\nlanguage | en");
        RuleSet again = RuleSetText.read("version | x\nlanguage | en");
        RuleSet other = RuleSetText.read("version | y\nlanguage | en");

        assertThat(first).isEqualTo(again).hasSameHashCodeAs(again).isNotEqualTo(other);
        assertThat(first).hasToString("RuleSet[x]");
        assertThat(first.hashCode()).isNotEqualTo(other.hashCode());
    }

    @Test
    void a_rule_set_without_categories_knows_them_all() {
        assertThat(RuleSetText.read("version | x\nlanguage | en").knows(CategoryPath.of("Toys")))
                .isTrue();
    }
}
