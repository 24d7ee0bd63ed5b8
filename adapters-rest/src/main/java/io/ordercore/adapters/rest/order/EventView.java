package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.Call;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of an order's history as it is shown. */
@Schema(name = "OrderEvent")
record EventView(long sequence, OrderEventType type, Instant at, By by, Map<String, String> facts) {

    /**
     * Who did it.
     *
     * @param id for the platform's staff only, and for whoever did it
     */
    @Schema(name = "EventActor")
    record By(
            @Nullable String id,
            Role role,
            Channel channel,
            @Nullable String reason) {}

    static EventView of(OrderEvent event, Call call) {
        Actor actor = event.actor();
        boolean named = call.isStaff() || actor.id().equals(call.getName());
        return new EventView(
                event.sequence(),
                event.type(),
                event.at(),
                new By(named ? actor.id() : null, actor.role(), actor.channel(), actor.reason()),
                event.facts());
    }
}
