package io.ordercore.domain.party;

/** Who receives a parcel, and where. Personal data: never logged, encrypted wherever it is stored. */
public record Recipient(String name, PhoneNumber phone, Address address) {
    private static final int LONGEST_NAME = 100;

    public Recipient {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a recipient's name has 1 to " + LONGEST_NAME + " characters");
        }
    }

    @Override
    public String toString() {
        return "Recipient[" + address + "]";
    }
}
