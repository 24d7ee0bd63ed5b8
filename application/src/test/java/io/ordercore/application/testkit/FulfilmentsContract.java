package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.Handover;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.logistics.Fulfilments} promises. */
public abstract class FulfilmentsContract extends StoreContract {
    @Test
    void what_was_saved_is_found_again_in_full() {
        Fulfilment released = Fulfilment.released(new FulfilmentId(order(1), 1), Map.of(1, 2, 12, 1));
        Fulfilment picking = released.picking();
        Fulfilment packed = picking.packed();
        Fulfilment handedOver = packed.handedOver(new Handover("swift", "SW000000001", TUESDAY_MORNING));
        Fulfilment delivered = handedOver.delivered(TUESDAY_MORNING.plusSeconds(60));
        store.fulfilments().save(released);
        assertThat(store.fulfilments().find(released.id())).contains(released);
        store.fulfilments().save(picking);
        store.fulfilments().save(packed);
        store.fulfilments().save(handedOver);
        assertThat(store.fulfilments().find(released.id())).contains(handedOver);
        store.fulfilments().save(delivered);

        assertThat(store.fulfilments().find(released.id())).contains(delivered);
        assertThat(store.fulfilments().find(new FulfilmentId(order(1), 2))).isEmpty();
    }

    @Test
    void those_of_an_order_are_by_number() {
        for (int number : new int[] {2, 1, 10}) {
            store.fulfilments().save(Fulfilment.released(new FulfilmentId(order(1), number), Map.of(1, 1)));
        }
        store.fulfilments().save(Fulfilment.released(new FulfilmentId(order(2), 1), Map.of(1, 1)));

        assertThat(store.fulfilments().of(order(1)))
                .extracting(it -> it.id().number())
                .containsExactly(1, 2, 10);
        assertThat(store.fulfilments().of(order(3))).isEmpty();
    }

    @Test
    void a_stale_save_is_refused() {
        Fulfilment released = Fulfilment.released(new FulfilmentId(order(1), 1), Map.of(1, 2));
        store.fulfilments().save(released);

        assertThatThrownBy(() -> store.fulfilments().save(released)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store.fulfilments().save(released.picking().packed()))
                .isInstanceOf(StaleVersionException.class);
        assertThat(store.fulfilments().find(released.id())).contains(released);
    }
}
