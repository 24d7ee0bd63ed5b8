package io.ordercore.domain.logistics.tracking;

import java.util.regex.Pattern;

/** A carrier or an aggregator, by the platform's name for it: 2 to 32 of {@code a-z 0-9 -}, for example {@code sf-express}. */
public record CarrierCode(String value) implements Comparable<CarrierCode> {
    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]{1,31}");

    public CarrierCode {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("a carrier code has 2 to 32 lower-case letters, digits or '-'");
        }
    }

    @Override
    public int compareTo(CarrierCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
