package io.ordercore.domain.credit;

/** From which region to which a parcel travels; codes of the platform's own choosing. */
public record Lane(String from, String to) {
    @Override
    public String toString() {
        return from + ">" + to;
    }
}
