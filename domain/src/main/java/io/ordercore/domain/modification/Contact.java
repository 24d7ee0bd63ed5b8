package io.ordercore.domain.modification;

import io.ordercore.domain.party.PhoneNumber;

/** Whom the courier asks for. Personal data. */
public record Contact(String name, PhoneNumber phone) {
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
