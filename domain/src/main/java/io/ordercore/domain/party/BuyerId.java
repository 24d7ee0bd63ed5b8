package io.ordercore.domain.party;

/** A buyer, by the subject its tokens carry. */
public record BuyerId(String value) {
    public BuyerId {
        value = PartyName.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
