package io.ordercore.application.logistics;

import java.time.Duration;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Capabilities {@link Capability#QUOTE} and {@link Capability#SERVICEABILITY}: what a carriage would cost and take. */
public interface Quotes {
    CarrierResult<List<Quote>> quote(CarrierContext context, ShipmentOrder shipment);

    /** Whether the carrier serves this route at all. */
    CarrierResult<Serviceability> checkServiceability(CarrierContext context, ShipmentOrder shipment);

    /** One service at one price. {@code transit} is the usual time, {@code transitAtWorst} nine in ten. */
    record Quote(
            String service,
            Money price,
            @Nullable Duration transit,
            @Nullable Duration transitAtWorst) {}

    /** The answer with the carrier's reasons. */
    record Serviceability(boolean serviceable, List<String> reasons) {
        public Serviceability {
            reasons = List.copyOf(reasons);
        }
    }
}
