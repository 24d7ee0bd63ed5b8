package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.order.UnitsBody;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.logistics.Handover;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some units of an order on their way, as they are shown. */
@Schema(name = "Fulfilment")
record FulfilmentView(
        String id,
        String order,
        FulfilmentStage status,
        List<UnitsBody.Line> lines,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable Instant handedOverAt,
        @Nullable Instant deliveredAt,
        long version) {

    static FulfilmentView of(Fulfilment fulfilment) {
        Handover handover = fulfilment.handover();
        return new FulfilmentView(
                fulfilment.id().toString(),
                fulfilment.id().order().toString(),
                fulfilment.stage(),
                fulfilment.units().entrySet().stream()
                        .map(units -> new UnitsBody.Line(units.getKey(), units.getValue()))
                        .toList(),
                handover == null ? null : handover.carrier(),
                handover == null ? null : handover.trackingNumber(),
                handover == null ? null : handover.at(),
                fulfilment.deliveredAt(),
                fulfilment.version());
    }
}
