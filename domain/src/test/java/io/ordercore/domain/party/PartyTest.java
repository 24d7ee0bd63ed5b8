package io.ordercore.domain.party;

import static io.ordercore.domain.testkit.Fixtures.LI;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.li;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PartyTest {
    @Test
    void what_may_be_logged_tells_nothing_personal() {
        assertThat(li().toString()).isEqualTo("Recipient[Address[CN]]");
        assertThat(li().address()).hasToString("Address[CN]");
        assertThat(li().phone().toString()).isNotEmpty().doesNotContain("0000 0000");
        assertThat(LI).hasToString("li");
        assertThat(TEA_HOUSE).hasToString("tea-house");
    }

    @Test
    void a_reason_and_every_field_of_an_address_have_at_most_200_characters() {
        String most = "x".repeat(200);
        assertThat(LI_HERSELF.because(most).reason()).hasSize(200);
        assertThatThrownBy(() -> LI_HERSELF.because(most + "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Address("cn", "", " Hangzhou ", "", most, "").city()).isEqualTo("Hangzhou");
        assertThatThrownBy(() -> new Address("CN", "", "Hangzhou", "", most + "x", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Address("CN", "", "", "", "1 Lake Road", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Address("China", "", "Hangzhou", "", "1 Lake Road", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_recipients_name_has_1_to_100_characters() {
        assertThat(new Recipient("x".repeat(100), li().phone(), li().address()).name())
                .hasSize(100);
        String longer = "x".repeat(101);
        assertThatThrownBy(() -> new Recipient(longer, li().phone(), li().address()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recipient("", li().phone(), li().address()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_platform_acts_as_a_process() {
        assertThat(Actor.system("payment-deadline"))
                .isEqualTo(new Actor("payment-deadline", Role.SYSTEM, Channel.SYSTEM, null));
    }

    @Test
    void what_is_wished_may_be_personal_and_has_at_most_500_characters() {
        DeliveryWishes wishes = DeliveryWishes.NONE.noting("x".repeat(500));
        assertThat(wishes.note()).hasSize(500);
        assertThat(wishes).hasToString("DeliveryWishes[…]");
        assertThatThrownBy(() -> wishes.noting("x".repeat(501))).isInstanceOf(IllegalArgumentException.class);
    }
}
