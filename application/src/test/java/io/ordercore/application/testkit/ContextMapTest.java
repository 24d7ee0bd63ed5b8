package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ContextMapTest {
    private final ContextMap map = ContextMap.OF_THE_DOMAIN;

    @Test
    void everybody_knows_itself_and_what_its_line_names() {
        assertThat(map.mayKnow("order", "order")).isTrue();
        assertThat(map.mayKnow("order", "stock")).isTrue();
        assertThat(map.mayKnow("stock", "order")).isFalse();
        assertThat(map.mayKnow("gossip", "order")).isFalse();
    }

    @Test
    void every_capability_of_the_design_is_on_it() {
        assertThat(map.capabilities())
                .containsExactlyInAnyOrder(
                        "money",
                        "party",
                        "notice",
                        "catalog",
                        "stock",
                        "order",
                        "modification",
                        "aftersale",
                        "payment",
                        "logistics",
                        "carrier",
                        "inspection",
                        "credit",
                        "support",
                        "operations");
    }

    @Test
    void an_exception_is_made_for_use_cases_only_and_says_why() {
        assertThat(map.mayKnow("order", "payment")).isFalse();
        assertThat(ContextMap.OF_THE_APPLICATION.mayKnow("order", "payment")).isTrue();
        assertThat(ContextMap.OF_THE_APPLICATION.mayKnow("order", "stock")).isTrue();
        assertThat(ContextMap.OF_THE_APPLICATION.toString()).contains("order -> payment: a refund is promised");
    }

    @Test
    void a_line_can_be_read_by_people() {
        assertThat(map.toString()).contains("stock        -> catalog, party").contains("money        -");
    }
}
