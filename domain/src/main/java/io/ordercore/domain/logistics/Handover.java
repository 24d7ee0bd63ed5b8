package io.ordercore.domain.logistics;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Who carries a parcel, and under which number.
 *
 * @param carrier a carrier's code: 1 to 32 of {@code a-z 0-9 -}
 * @param trackingNumber as the carrier writes it: 4 to 64 of {@code A-Z a-z 0-9 -}
 */
public record Handover(String carrier, String trackingNumber, Instant at) {
    private static final Pattern CARRIER = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{3,63}");

    public Handover {
        if (!CARRIER.matcher(carrier).matches()) {
            throw new IllegalArgumentException("a carrier's code has 1 to 32 of a-z, 0-9 and '-'");
        }
        if (!NUMBER.matcher(trackingNumber).matches()) {
            throw new IllegalArgumentException("a tracking number has 4 to 64 letters, digits or '-'");
        }
    }
}
