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
        return new FulfilmentId(OrderId.parse(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    @Override
    public String toString() {
        return order + "-" + number;
    }
}
