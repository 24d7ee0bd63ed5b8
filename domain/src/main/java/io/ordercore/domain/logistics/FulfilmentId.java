package io.ordercore.domain.logistics;

import io.ordercore.domain.order.OrderId;

/** One parcel-to-be of an order: the order and a number from 1, written {@code <order>-<number>}. */
public record FulfilmentId(OrderId order, int number) {
    public FulfilmentId {
        if (number < 1) {
            throw new IllegalArgumentException("fulfilments are numbered from 1");
        }
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is not a fulfilment id
     */
    public static FulfilmentId parse(String text) {
        int dash = text.lastIndexOf('-');
        if (dash < 0 || text.length() > dash + 7) {
            throw new IllegalArgumentException("not a fulfilment id");
        }
        String number = text.substring(dash + 1);
        FulfilmentId id = new FulfilmentId(OrderId.parse(text.substring(0, dash)), Integer.parseInt(number));
        if (!number.equals(Integer.toString(id.number))) {
            throw new IllegalArgumentException("one fulfilment has one id");
        }
        return id;
    }

    @Override
    public String toString() {
        return order + "-" + number;
    }
}
