package io.ordercore.domain.aftersale;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClaimTest {
    @Test
    void it_is_about_units() {
        assertThatThrownBy(() -> open(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_decided_once_and_may_then_be_resolved_with_what_was_decided() {
        Claim approved = open(Map.of(1, 2)).decided(true, Resolution.RESHIP);
        assertThat(approved.status()).isEqualTo(ClaimStatus.APPROVED);
        assertThat(approved.wanted()).isEqualTo(Resolution.RESHIP);
        assertThat(approved.version()).isEqualTo(2);
        assertThat(approved.resolved().status()).isEqualTo(ClaimStatus.RESOLVED);
        assertThat(approved.resolved().wanted()).isEqualTo(Resolution.RESHIP);
        assertThatThrownBy(() -> approved.decided(false, Resolution.REFUND)).isInstanceOf(IllegalStateException.class);
        assertThat(approved).hasToString("Claim[" + approved.id() + " APPROVED]");
    }

    @Test
    void denied_it_ends() {
        Claim denied = open(Map.of(1, 2)).decided(false, Resolution.REFUND);
        assertThat(denied.status()).isEqualTo(ClaimStatus.DENIED);
        assertThat(denied.may(ClaimStatus.RESOLVED)).isFalse();
        assertThatThrownBy(denied::resolved).isInstanceOf(IllegalStateException.class);
    }

    private static Claim open(Map<Integer, Integer> units) {
        return new Claim(
                new ClaimId(new UUID(1, 3)),
                order(1),
                ClaimStatus.OPEN,
                Reason.MISSING,
                units,
                null,
                Resolution.REFUND,
                "",
                LI_HERSELF,
                TUESDAY_MORNING,
                1);
    }

    @Test
    void claims_and_returns_are_known_by_their_numbers() {
        String text = "00000000-0000-0001-0000-000000000004";
        assertThat(ClaimId.parse(text)).isEqualTo(new ClaimId(new UUID(1, 4))).hasToString(text);
        assertThat(ReturnId.parse(text)).isEqualTo(new ReturnId(new UUID(1, 4))).hasToString(text);
    }
}
