package io.ordercore.application.logistics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Capability {@link Capability#TRACK_PUSH}: a carrier that calls us. */
public interface ReceivesPushes {
    /**
     * Checks the signature over the exact bytes and reads them. {@code BAD_SIGNATURE} if it is wrong or missing,
     * {@code BAD_PAYLOAD} if the signature is right and the body is not readable. Nothing is stored here.
     */
    CarrierResult<VerifiedPush> parsePush(CarrierPush push);

    /** Asks the carrier to push what happens to a parcel; where the carrier pushes everything this does nothing. */
    CarrierResult<Boolean> subscribe(
            CarrierContext context, TrackingRef parcel, String callbackUrl, IdempotencyKey key);

    /** A request as it arrived. Header names are compared without case. */
    final class CarrierPush {
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final byte[] body;

        public CarrierPush(Map<String, String> headers, byte[] body) {
            this.headers.putAll(headers);
            this.body = body.clone();
        }

        public @Nullable String header(String name) {
            return headers.get(name);
        }

        /** All of them, for whoever keeps the push. */
        public Map<String, String> headers() {
            return Collections.unmodifiableMap(headers);
        }

        /** The exact bytes received: what a signature is over. */
        public byte[] body() {
            return body.clone();
        }
    }

    /**
     * A genuine push, read.
     *
     * @param tickets outcomes of interceptions asked for earlier
     * @param acknowledgement the body this carrier expects, without which it pushes again
     */
    record VerifiedPush(
            List<TrackingSnapshot> snapshots,
            List<Intercepts.InterceptTicket> tickets,
            String acknowledgement,
            String acknowledgementType) {
        public VerifiedPush {
            snapshots = List.copyOf(snapshots);
            tickets = List.copyOf(tickets);
        }
    }
}
