package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.arrival.ArrivalPromise;
import io.ordercore.domain.logistics.arrival.Journey;
import io.ordercore.domain.logistics.arrival.Lane;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.logistics.arrival.Journeys} promises. */
public abstract class JourneysContract extends StoreContract {
    private static final Instant DOOR = TUESDAY_MORNING.plus(Duration.ofDays(3));

    @Test
    void a_journey_begins_once_and_ends_once() {
        store.journeys().begun(parcel(1), journey(1, null));
        store.journeys().begun(parcel(1), journey(2, null));
        assertThat(store.journeys().since(Instant.EPOCH, 9)).containsExactly(journey(1, null));
        store.journeys().arrived(parcel(1), DOOR);
        store.journeys().arrived(parcel(1), DOOR.plusSeconds(60));
        assertThat(store.journeys().since(Instant.EPOCH, 9)).containsExactly(journey(1, DOOR));
    }

    @Test
    void the_end_of_a_journey_that_never_began_is_nothing() {
        store.journeys().arrived(parcel(1), DOOR);
        assertThat(store.journeys().since(Instant.EPOCH, 9)).isEmpty();
    }

    @Test
    void the_latest_come_first_and_old_ones_not_at_all() {
        for (int n = 1; n <= 4; n++) {
            store.journeys().begun(parcel(n), journey(n, null));
        }
        assertThat(store.journeys().since(journey(2, null).bought(), 2))
                .containsExactly(journey(4, null), journey(3, null));
        assertThat(store.journeys().since(journey(3, null).bought(), 9))
                .containsExactly(journey(4, null), journey(3, null));
    }

    @Test
    void what_a_buyer_was_told_first_stays() {
        OrderId order = parcel(1).order();
        ArrivalPromise first = new ArrivalPromise(new ArrivalForecast(DOOR, DOOR.plusSeconds(60), TUESDAY_MORNING), 2);
        assertThat(store.journeys().promise(order)).isEmpty();
        store.journeys().promised(order, first);
        store.journeys().promised(order, new ArrivalPromise(first.said(), 3));
        assertThat(store.journeys().promise(order)).contains(first);
        assertThat(store.journeys().promise(parcel(2).order())).isEmpty();
    }

    private static FulfilmentId parcel(int n) {
        return new FulfilmentId(
                new OrderId(new PurchaseId(new UUID(0x0199000000007000L, 0x8000000000000000L + n)), 1), 1);
    }

    private static Journey journey(int n, @Nullable Instant arrived) {
        Instant bought = TUESDAY_MORNING.plus(Duration.ofHours(n));
        return new Journey("m" + n, new Lane("m" + n, "CN/Zhejiang", "31"), bought, bought.plusSeconds(3600), arrived);
    }
}
