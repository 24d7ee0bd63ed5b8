package io.ordercore.domain.logistics;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.order.OrderRefusal;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FulfilmentTest {
    private static final Handover TO_SF = new Handover("sf-express", "SF1234567890123", TUESDAY_MORNING);
    private static final Fulfilment RELEASED = Fulfilment.released(new FulfilmentId(order(1), 1), Map.of(1, 2));

    @Test
    void it_is_picked_packed_handed_over_and_delivered_in_that_order() {
        Fulfilment delivered = RELEASED.picking().packed().handedOver(TO_SF).delivered(TUESDAY_MORNING.plusSeconds(60));
        assertThat(delivered.stage()).isEqualTo(FulfilmentStage.DELIVERED);
        assertThat(delivered.handover()).isEqualTo(TO_SF);
        assertThat(delivered.deliveredAt()).isEqualTo(TUESDAY_MORNING.plusSeconds(60));
        assertThat(delivered.version()).isEqualTo(5);
        assertThat(delivered.units()).isEqualTo(Map.of(1, 2));
        assertThatThrownBy(RELEASED::packed).isInstanceOf(IllegalStateException.class);
        assertThat(RELEASED.refusal(FulfilmentStage.PICKING)).isEmpty();
        assertThat(RELEASED.refusal(FulfilmentStage.PACKED)).hasValue(OrderRefusal.WRONG_STATUS);
    }

    @Test
    void it_may_be_given_back_until_it_is_delivered() {
        assertThat(RELEASED.picking().packed().handedOver(TO_SF).cancelled().handover())
                .isEqualTo(TO_SF);
        assertThat(RELEASED.cancelled().stage()).isEqualTo(FulfilmentStage.CANCELLED);
        assertThatThrownBy(RELEASED.cancelled()::picking).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void it_has_units() {
        FulfilmentId id = RELEASED.id();
        assertThatThrownBy(() -> Fulfilment.released(id, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SF Express", "-sf", "a23456789012345678901234567890123"})
    void a_carriers_code_is_short_and_plain(String carrier) {
        assertThatThrownBy(() -> new Handover(carrier, "SF1234", TUESDAY_MORNING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SF1", "-SF1234", "SF 1234"})
    void a_tracking_number_is_as_carriers_write_it(String number) {
        assertThatThrownBy(() -> new Handover("sf", number, TUESDAY_MORNING))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
