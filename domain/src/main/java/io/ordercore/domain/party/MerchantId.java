package io.ordercore.domain.party;

/** A merchant, by the name the platform gave it. */
public record MerchantId(String value) {
    public MerchantId {
        value = PartyName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
