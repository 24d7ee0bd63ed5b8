package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The carriers of an installation, by code. The carrier named is the carrier used: there is no default. */
public final class Carriers {
    private final Map<CarrierCode, ConnectedCarrier> byCode = new TreeMap<>();

    public Carriers(Collection<? extends CarrierGateway> gateways) {
        for (CarrierGateway gateway : gateways) {
            ConnectedCarrier carrier = new ConnectedCarrier(gateway);
            if (byCode.put(carrier.profile().code(), carrier) != null) {
                throw new IllegalArgumentException(
                        "two adapters call themselves " + carrier.profile().code());
            }
        }
    }

    /** Absent if no adapter bears this code. */
    public @Nullable ConnectedCarrier find(CarrierCode code) {
        return byCode.get(code);
    }

    public Collection<ConnectedCarrier> all() {
        return byCode.values();
    }
}
