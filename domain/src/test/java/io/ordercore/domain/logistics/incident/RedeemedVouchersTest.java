package io.ordercore.domain.logistics.incident;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.logistics.incident.RedeemedVouchers.Return;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RedeemedVouchersTest {
    private final Order order =
            anOrder().with("kettle", 3, "100.00").with("cup", 1, "50.00").build();
    private final List<OrderEvent> history = new ArrayList<>();

    @Test
    void each_line_costs_less_in_proportion_and_the_history_keeps_its_part() {
        Order cheaper = redeemed("35.00");
        assertThat(cheaper.payable()).isEqualTo(order.payable().minus(yuan("35.00")));
        assertThat(history.get(0).facts())
                .containsEntry("line.1", "CNY 30.00")
                .containsEntry("units.1", "3")
                .containsEntry("line.2", "CNY 5.00");
    }

    @Test
    void units_give_their_part_back_one_by_one_and_the_last_what_is_left() {
        redeemed("0.40");
        assertThat(back(OrderEventType.LINES_CANCELLED, Map.of("line.1", "1"))).containsExactly(part("0.11"));
        assertThat(back(OrderEventType.MODIFIED, Map.of("line.1.fewer", "1", "line.2.more", "1")))
                .containsExactly(part("0.11"));
        assertThat(back(OrderEventType.UNITS_REFUNDED, Map.of("line.1", "1", "line.2", "1")))
                .containsExactly(part("0.18"));
        assertThat(back(OrderEventType.LINES_CANCELLED, Map.of("line.1", "1"))).isEmpty();
    }

    @Test
    void all_of_it_at_once_is_the_whole_voucher() {
        redeemed("35.00");
        assertThat(back(OrderEventType.EXPIRED, Map.of())).containsExactly(new Return("V1", yuan("35.00"), true));
    }

    @Test
    void the_same_event_told_again_gives_the_same() {
        redeemed("35.00");
        List<Return> first = back(OrderEventType.LINES_CANCELLED, Map.of("line.1", "2"));
        OrderEvent event = history.get(history.size() - 1);
        back(OrderEventType.LINES_CANCELLED, Map.of("line.1", "1"));
        assertThat(RedeemedVouchers.returnedBy(event, order, history)).isEqualTo(first);
    }

    @Test
    void goods_exchanged_for_others_give_their_part_back() {
        redeemed("35.00");
        assertThat(back(OrderEventType.REPLACED, Map.of("line.2", "1", "by", "3")))
                .containsExactly(part("5.00"));
    }

    private static Return part(String amount) {
        return new Return("V1", yuan(amount), false);
    }

    private Order redeemed(String amount) {
        return order.redeem("V1", yuan(amount), LI_HERSELF, TUESDAY_MORNING).decide(new OrderDecision.Cases<>() {
            @Override
            public Order changed(OrderDecision.Changed it) {
                history.addAll(it.events());
                return it.order();
            }

            @Override
            public Order refused(OrderDecision.Refused it) {
                throw new AssertionError("refused: " + it.reasons());
            }
        });
    }

    private List<Return> back(OrderEventType type, Map<String, String> facts) {
        OrderEvent event = new OrderEvent(
                order.id(), order.version() + history.size() + 1, type, LI_HERSELF, TUESDAY_MORNING, facts);
        history.add(event);
        return RedeemedVouchers.returnedBy(event, order, history);
    }
}
