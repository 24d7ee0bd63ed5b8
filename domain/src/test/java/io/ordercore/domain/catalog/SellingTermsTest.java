package io.ordercore.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ordercore.domain.party.MerchantId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SellingTermsTest {
    private static final MerchantId ACME = new MerchantId("acme");

    @Test
    void a_newcomer_is_shown_a_little_less_and_otherwise_free() {
        assertThat(SellingTerms.newcomer(ACME)).isEqualTo(new SellingTerms(ACME, 800, null, true, true));
    }

    @Test
    void hidden_and_closed_are_terms_but_less_than_nothing_is_not() {
        assertThat(new SellingTerms(ACME, 0, 0, false, true).ordersPerDay()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new SellingTerms(ACME, -1, null, true, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new SellingTerms(ACME, 0, -1, true, true));
    }
}
