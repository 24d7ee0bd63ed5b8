package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The carriers of an installation, by code. The carrier named is the carrier used: there is no default. */
public final class Carriers {
    private final Map<CarrierCode, ConnectedCarrier> byCode = new ConcurrentSkipListMap<>();
    private volatile @Nullable URI base;

    public Carriers(Collection<? extends CarrierGateway> gateways) {
        gateways.forEach(this::connect);
    }

    /**
     * One carrier more, at once and for everybody who asks from now on.
     *
     * @throws IllegalArgumentException if its code is taken, or it advertises what it does not implement
     */
    public void connect(CarrierGateway gateway) {
        ConnectedCarrier carrier = new ConnectedCarrier(gateway);
        if (byCode.putIfAbsent(carrier.profile().code(), carrier) != null) {
            throw new IllegalArgumentException(
                    "two adapters call themselves " + carrier.profile().code());
        }
    }

    /** From now on carriers that push only what they are asked for are asked, and push to this installation's address. */
    public Carriers reachedAt(URI installation) {
        base = installation;
        return this;
    }

    /** Where a carrier's pushes are received; absent where nobody is to be asked for them. */
    @Nullable
    URI pushAddress(CarrierCode code) {
        URI known = base;
        return known == null ? null : known.resolve("/carriers/" + code + "/pushes");
    }

    /** Absent if no adapter bears this code. */
    public @Nullable ConnectedCarrier find(CarrierCode code) {
        return byCode.get(code);
    }

    public Collection<ConnectedCarrier> all() {
        return List.copyOf(byCode.values());
    }
}
